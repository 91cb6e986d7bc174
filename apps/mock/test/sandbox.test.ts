import { expect, test } from "vitest";
import { writeDocs, writePackages, writeSpec } from "./fixture.ts";
import { paste } from "./paste.ts";
import { type RunningMock, runMock, startMock } from "./run-mock.ts";

const folders = (): string[] => ["--spec", writeSpec(), "--docs", writeDocs(), "--packages", writePackages()];
const start = (...args: string[]): Promise<RunningMock> => startMock([...folders(), ...args]);
const headers = { authorization: "Bearer any-token", "content-type": "application/json" };

test("an API whose package has a sandbox is served with memory, another one by Prism, and the table says so", async () => {
  const mock = await start();
  expect([...mock.urls.keys()]).toEqual(["Docs", "Museum", "Pet clinic (by Prism)"]);
  expect(mock.stdout()).toContain("Mocks with memory: clock real, quotas off, seed 1");
  const url = mock.urls.get("Museum");
  const made = await fetch(`${url}/exhibits`, { method: "POST", headers, body: '{"title":"Opal"}' });
  const { id } = await made.json();
  expect(await (await fetch(`${url}/exhibits/${id}`, { headers })).json()).toEqual({ id, title: "Opal" });
  expect((await fetch(`${url}/exhibits/999`, { headers })).status).toBe(404);
  const visit = await fetch(`${mock.urls.get("Pet clinic (by Prism)")}/visits/1`, {
    headers: { "X-Clinic-Key": "any" },
  });
  expect(await visit.json()).toEqual({ pets: 1 });
  expect((await mock.stop("SIGINT")).code).toBe(0);
});

test("the line to paste names something that the sandbox has, and trying it out leaves no trace", async () => {
  const mock = await start("--quotas");
  expect(mock.curl).toMatch(/\/exhibits\/3$/);
  expect(await paste(mock.curl)).toBe(200);
  expect(await paste(mock.curl)).toBe(200);
  expect(await paste(mock.curl)).toBe(429);
});

test("quotas are off unless asked for", async () => {
  const mock = await start();
  for (let count = 0; count < 4; count += 1) expect(await paste(mock.curl)).toBe(200);
});

test("--clock and --seed are passed on", async () => {
  const mock = await start("--clock", "virtual", "--seed", "42");
  expect(mock.stdout()).toContain("clock virtual, quotas off, seed 42");
  const { now } = await (await fetch(`${mock.urls.get("Museum")}/__sandbox__/sessions/default/clock`)).json();
  expect(new Date(now).toISOString()).toBe("2026-01-01T00:00:00.000Z");
});

test("--verbose prints what is wrong with a request", async () => {
  const mock = await start("--verbose");
  await fetch(`${mock.urls.get("Museum")}/exhibits?key=secret`, { method: "POST", headers, body: '{"title":7}' });
  const { stdout } = await mock.stop("SIGTERM");
  expect(stdout).toMatch(/^museum POST \/exhibits 400 \d+ ms {2}body \/title must be string$/m);
  expect(stdout).not.toContain("secret");
});

test("--engine prism serves the examples of all", async () => {
  const mock = await start("--engine", "prism");
  expect([...mock.urls.keys()]).toEqual(["Docs", "Museum", "Pet clinic"]);
  expect(mock.stdout()).toContain("Mocks by Prism: the documents' examples");
  expect((await fetch(`${mock.urls.get("Museum")}/exhibits/999`, { headers })).status).toBe(200);
});

test("what goes wrong with a sandbox is one line", async () => {
  const broken = writePackages({ "museum/sandbox.mjs": 'throw new Error("a wall fell over");' });
  const other = writePackages({ "museum/sandbox.mjs": "export default 7;" });
  const failures = [
    [["--packages", broken], /^@fairlead\/museum\/sandbox of .* cannot be loaded: a wall fell over\. Try `npm start`/],
    [["--packages", other], /^apis\.museum is no API of this version/],
    [["--clock", "slow"], /^"slow" is no clock/],
    [["--seed", "amber"], /^--seed amber is no whole number/],
    [["--host", "0.0.0.0"], /to the network.*give a control token/],
    [["--control-token-file", "none"], /^--control-token-file: ENOENT/],
    [["--dynamic"], /^--dynamic needs --engine prism/],
    [["--engine", "prism", "--quotas"], /^--quotas needs --engine sandbox/],
  ] as const;
  await Promise.all(
    failures.map(async ([args, message]) => {
      const { code, stdout, stderr } = await runMock([...folders(), ...args]);
      expect({ code, stdout, lines: stderr.split("\n").length - 1 }, stderr).toEqual({ code: 1, stdout: "", lines: 1 });
      expect(stderr).toMatch(message);
    }),
  );
});
