import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { nameOf } from "../src/node/cli/load-api.ts";

const main = fileURLToPath(new URL("../src/node/main.ts", import.meta.url));
const museum = fileURLToPath(new URL("start-museum.ts", import.meta.url));

/** A folder with files, which goes when the test ends. */
function writeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const withMuseum = (): string =>
  writeFolder({ "museum.ts": `export { museum as default } from ${JSON.stringify(museum)};`, token: "long-enough\n" });

/** Runs the command to its end. */
function run(args: readonly string[], cwd = tmpdir()): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { cwd, timeout: 20_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

/** Starts the command and waits until it serves. */
async function serve(...args: string[]): Promise<{ child: ChildProcess; stdout: string; urls: string[] }> {
  const child = spawn(process.execPath, [main, "serve", "--port", "0", ...args], {
    cwd: withMuseum(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stdout = "";
  for await (const chunk of child.stdout) {
    stdout += String(chunk);
    if (stdout.includes("Ctrl-C")) break;
  }
  return { child, stdout, urls: [...stdout.matchAll(/^Museum {2}(\S+)$/gm)].map(([, url = ""]) => url) };
}

test.for(["SIGINT", "SIGTERM"] as const)("serves with memory until %s, and ends with 0", async (signal) => {
  const { child, urls, stdout } = await serve("--api", "./museum.ts", "--api", "annex=./museum.ts");
  expect(urls).toHaveLength(2);
  const headers = { authorization: "Bearer any-token", "content-type": "application/json" };
  await fetch(`${urls[0]}/exhibits`, { method: "POST", headers, body: '{"title":"Opal"}' });
  expect(await (await fetch(`${urls[0]}/exhibits/3`, { headers })).json()).toEqual({ id: 3, title: "Opal" });
  expect((await fetch(`${urls[1]}/exhibits/3`, { headers })).status).toBe(404);

  const [, header = "", address = ""] = /^curl -H 'Authorization: (.*)' '(.*)'$/m.exec(stdout) ?? [];
  expect((await fetch(address, { headers: { authorization: header } })).status).toBe(200);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
  await expect(fetch(`${urls[0]}/exhibits`)).rejects.toThrow();
});

test("quotas are off unless asked for, with a tier or without", async () => {
  const statuses = async (...flags: string[]) => {
    const { child, urls } = await serve("--api", "./museum.ts", ...flags);
    const seen = [];
    for (let count = 0; count < 5; count += 1) {
      const headers = { authorization: "Bearer any-token" };
      seen.push((await fetch(`${urls[0]}/exhibits/1/restorations`, { method: "POST", headers })).status);
    }
    child.kill();
    return seen;
  };
  expect(await statuses()).toEqual([201, 201, 201, 201, 201]);
  expect(await statuses("--quotas", "--clock", "virtual")).toEqual([201, 201, 429, 429, 429]);
  expect(await statuses("--quotas=patron", "--clock", "virtual")).toEqual([201, 201, 201, 201, 429]);
});

test("a control token from a file opens the sandbox to other hosts", async () => {
  const { urls } = await serve("--api", "./museum.ts", "--host", "0.0.0.0", "--control-token-file", "token");
  expect((await fetch(`${urls[0]}/__sandbox__/sessions`)).status).toBe(401);
  const headers = { authorization: "Bearer long-enough" };
  expect((await fetch(`${urls[0]}/__sandbox__/sessions`, { headers })).status).toBe(200);
});

test("what can't be served is one line and the code 1", async () => {
  const folder = withMuseum();
  writeFileSync(join(folder, "empty.ts"), "export const museum = 1;");
  writeFileSync(join(folder, "number.ts"), "export default 1;");
  writeFileSync(join(folder, "broken.ts"), 'throw new Error("a wall fell over");');
  const blocker = createServer().listen(0, "127.0.0.1");
  await once(blocker, "listening");
  onTestFinished(() => void blocker.close());
  const { port } = blocker.address() as AddressInfo;
  for (const [args, message] of [
    [["--api", "./none.ts"], /^Cannot load \.\/none\.ts: Cannot find module .*give a path that begins with \.\/$/],
    [["--api", "@none/museum"], /^Cannot load @none\/museum: Cannot find module '@none\/museum'\. Install the package/],
    [["--api", "./empty.ts"], /^\.\/empty\.ts has no default export; an API is one\.$/],
    [["--api", "./number.ts"], /^apis\.number is no API of this version/],
    [["--api", "./broken.ts"], /^Cannot load \.\/broken\.ts: a wall fell over\.$/],
    [["--api", "./museum.ts", "--api", "./museum.ts"], /^Two APIs have the name museum/],
    [
      ["--api", "./museum.ts", "--port", String(port)],
      new RegExp(`port ${port} of 127\\.0\\.0\\.1: the port is taken`),
    ],
    [["--api", "./museum.ts", "--port", "0", "--host", "0.0.0.0"], /give a control token/],
    [["--api", "./museum.ts", "--port", "0", "--clock", "slow"], /^"slow" is no clock/],
    [["--api", "./museum.ts", "--control-token-file", "none"], /^Cannot read the control token: ENOENT/],
  ] as const) {
    const { code, stdout, stderr } = await run(["serve", ...args], folder);
    expect({ code, stdout, lines: stderr.split("\n").length - 1 }, stderr).toEqual({ code: 1, stdout: "", lines: 1 });
    expect(stderr.trim()).toMatch(message);
  }
});

test("wrong usage is one line and the code 2", async () => {
  for (const [args, message] of [
    [["serve"], /required option '--api <module>'/],
    [["serve", "--api", "x", "--port", "65536"], /--port <number>.*from 0 to 65535/],
    [["serve", "--api", "x", "--seed", "-1"], /--seed <number>.*whole number/],
    [["serve", "--api", "x", "--colour"], /unknown option '--colour'/],
    [["server"], /unknown command 'server'/],
  ] as const) {
    const { code, stderr } = await run(args);
    expect({ code, lines: stderr.split("\n").length - 1 }, stderr).toEqual({ code: 2, lines: 1 });
    expect(stderr).toMatch(message);
  }
});

test("--help lists the flags", async () => {
  const { code, stdout } = await run(["serve", "--help"]);
  expect(code).toBe(0);
  for (const flag of ["--api", "--port", "--host", "--clock", "--seed", "--quotas", "--control-token-file"])
    expect(stdout).toContain(flag);
});

test.for([
  ["@fairlead/museum/sandbox", "museum"],
  ["@fairlead/museum", "museum"],
  ["./museum.ts", "museum"],
  ["../museum/src/sandbox/index.ts", "museum"],
  ["C:\\apis\\museum.mjs", "museum"],
  ["./sandbox.ts", "api"],
] as const)("the API of %s is called %s", ([module, name]) => {
  expect(nameOf(module)).toBe(name);
});
