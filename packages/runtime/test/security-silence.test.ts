import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const source = (name: string) => JSON.stringify(new URL(`../src/${name}`, import.meta.url).href);

/**
 * A program that makes a client, and calls as far as `calls` says, while it notes each environment variable that is
 * asked for and each connection that is opened. The names are noted in the program itself, because no platform tells.
 */
const program = (calls: string) => `
  import { channel } from "node:diagnostics_channel";
  const names = new Set();
  const hosts = new Set();
  const asked = (name) => {
    // Who asks stands below this function and the trap. Node reads some for its own use.
    if (!/node:/.test(new Error().stack.split("\\n")[3])) names.add(String(name));
  };
  process.env = new Proxy(process.env, {
    get: (env, name) => (asked(name), env[name]),
    has: (env, name) => (asked(name), name in env),
    ownKeys: (env) => (asked("all of them"), Reflect.ownKeys(env)),
  });
  channel("undici:client:sendHeaders").subscribe(({ request }) => void hosts.add(request.origin));
  channel("net.client.socket").subscribe(({ socket }) => {
    socket.on("lookup", (error, address, family, host) => void hosts.add(host));
    socket.on("connectionAttempt", (address, port) => void hosts.add(address + ":" + port));
  });
  const { createCore, operation, asJson, bearer } = await import(${source("index.ts")});
  const { request } = await import(${source("raw/index.ts")});
  const base = { name: "museum", version: "1.0.0", baseUrl: process.argv[1] };
  const core = createCore({ ...base, auth: bearer(() => "museum-token-0123456789") });
  const getFile = operation({ id: "getFile", method: "GET", path: "/file", parse: asJson });
  // At the very end, so that nothing which is put off goes unseen.
  process.on("exit", () => console.log(JSON.stringify({ names: [...names], hosts: [...hosts] })));
  ${calls}
`;

/** Names that a program may expect to be read, and none of which is. */
const TEMPTATIONS = {
  MUSEUM_TOKEN: "museum-secret-0123456789",
  PLAYCANVAS_TOKEN: "museum-secret-0123456789",
  HTTP_PROXY: "http://127.0.0.1:9",
  DEBUG: "*",
};

let baseUrl: string;
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What the program notes, and everything that it prints besides. */
async function watch(calls: string): Promise<{ names: string[]; hosts: string[]; printed: string }> {
  const args = ["--no-warnings", "--input-type=module", "-e", program(calls), baseUrl];
  const env = { PATH: process.env.PATH, ...TEMPTATIONS };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env, timeout: 20_000 });
  const lines = stdout.trimEnd().split("\n");
  const noted = JSON.parse(lines.pop() ?? "") as { names: string[]; hosts: string[] };
  return { ...noted, printed: lines.join("\n") + stderr };
}

describe("a client that nobody told to", () => {
  test("opens no connection when it is imported and made", async () => {
    expect((await watch("")).hosts).toEqual([]);
  });

  test("talks to the host of its baseUrl and to no other, whatever comes of a call", async () => {
    const { hosts } = await watch(`
      await getFile(core);
      await request(core, "POST", "/file", { body: {} });
      await getFile.safe(createCore({ ...base, auth: () => { throw new Error("no token"); } }));
    `);
    expect(hosts.length).toBeGreaterThan(0);
    expect(hosts.filter((host) => !baseUrl.endsWith(host) && host !== baseUrl)).toEqual([]);
  });

  test("reads no environment variable, and prints nothing", async () => {
    const { names, printed } = await watch("await getFile(core); await request(core, 'GET', '/file');");
    expect([names, printed]).toEqual([[], ""]);
  });
});

test("a variable that is read would be noted, and so would another host and a line that is printed", async () => {
  const { names, hosts, printed } = await watch(`
    console.log("hello"); process.env.PLAYCANVAS_TOKEN; "DEBUG" in process.env;
    const other = (await import("node:http")).createServer((_, response) => response.end());
    await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
    await fetch("http://127.0.0.1:" + other.address().port);
    other.closeAllConnections();
    other.close();
  `);
  expect([names, printed]).toEqual([["PLAYCANVAS_TOKEN", "DEBUG"], "hello"]);
  expect(hosts.filter((host) => !baseUrl.endsWith(host))).not.toEqual([]);
});
