import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ayon from "@fairlead/ayon/sandbox";
import { type Sandbox, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const run = promisify(execFile);
const folder = fileURLToPath(new URL("..", import.meta.url));

let sandbox: Sandbox<{ ayon: typeof ayon }>;
let proxy: Server;
/** What the server in front of the sandbox breaks, as method and path. */
let broken: RegExp | undefined;
/** What it forwards, and then answers with an error all the same. */
let lost: RegExp | undefined;
beforeEach(() => {
  broken = undefined;
  lost = undefined;
});
beforeAll(async () => {
  sandbox = await startSandbox({ apis: { ayon }, clock: "x20" });
  proxy = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const what = `${message.method} ${message.url}`;
    const fail = () => {
      response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ status: 500, detail: "broken on purpose", traceback: "" }));
    };
    if (broken?.test(what)) return fail();
    const { host: _, connection: __, "content-length": ___, ...headers } = message.headers;
    const init = { method: message.method ?? "GET", headers: headers as Record<string, string> };
    const body = chunks.length ? { body: Buffer.concat(chunks) } : {};
    const answer = await sandbox.api.ayon.fetch(
      new Request(sandbox.api.ayon.url + message.url, { ...init, ...body, redirect: "manual" }),
    );
    if (lost?.test(what)) return fail();
    const location = answer.headers.get("location")?.replace(sandbox.api.ayon.url, addressOf());
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...(location && { location }) });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  proxy.close();
  await sandbox.close();
});

const addressOf = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
const names = () => sandbox.api.ayon.store.list("Project").map(({ name }) => name);

/** Runs the live tests in a process of their own. */
async function runLive(env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const { AYON_SERVER_URL: _, AYON_API_KEY: __, VITEST: ___, FORCE_COLOR: ____, ...rest } = process.env;
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.live.config.ts"];
  return run(process.execPath, args, { cwd: folder, env: { ...rest, NO_COLOR: "1", ...env } }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

describe("the live tests", () => {
  it("pass on the sandbox, leave no project behind, touch no other, and show no key", async () => {
    const before = names();
    const key = sandbox.api.ayon.token();
    const { code, output } = await runLive({ AYON_SERVER_URL: addressOf(), AYON_API_KEY: key });
    expect(output).toMatch(/Tests .*\b\d+ passed/);
    expect(code).toBe(0);
    expect(output.match(/The live tests work in the project fairlead_live_[0-9a-f]{12};/g)?.length).toBe(2);
    expect(output).not.toContain(key);
    expect(names()).toEqual(before);
  });

  it("remove the project where a step fails, and end with 1", async () => {
    broken = /^(POST .*\/operations$|PATCH .*\/folders\/)/;
    const before = names();
    const { code, output } = await runLive({ AYON_SERVER_URL: addressOf(), AYON_API_KEY: sandbox.api.ayon.token() });
    expect(code).toBe(1);
    expect(output).toContain("broken on purpose");
    expect(output.match(/fairlead_live_[0-9a-f]{12};/g)?.length).toBe(2);
    expect(names()).toEqual(before);
  });

  it("remove a project that the server made and did not say so", async () => {
    lost = /^POST \/api\/projects$/;
    const before = names();
    const { code, output } = await runLive({ AYON_SERVER_URL: addressOf(), AYON_API_KEY: sandbox.api.ayon.token() });
    expect(code).toBe(1);
    expect(output).toContain("POST /api/projects: 500 broken on purpose");
    expect(names()).toEqual(before);
  });

  it("say what is left where the project can't be removed", async () => {
    broken = /^DELETE \/api\/projects\/[^/]+$/;
    const { code, output } = await runLive({ AYON_SERVER_URL: addressOf(), AYON_API_KEY: sandbox.api.ayon.token() });
    expect(code).toBe(1);
    expect(output).toContain("DELETE /api/projects/{project_name}: 500");
    expect(output).toMatch(/fairlead_live_[0-9a-f]{12}; delete it if they break off/);
  });

  it("run nothing and say why where the environment names no server or no key", async () => {
    for (const env of [{}, { AYON_SERVER_URL: addressOf() }, { AYON_API_KEY: "a-key-0123456789" }]) {
      const { code, output } = await runLive(env);
      expect(code).toBe(1);
      expect(output).toContain("Live tests need AYON_SERVER_URL, and in AYON_API_KEY the key");
      expect(output).not.toContain("a-key-0123456789");
    }
  });
});
