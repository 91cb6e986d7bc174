import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { writeDocs, writeSpec } from "./fixture.ts";
import { paste } from "./paste.ts";
import { type RunningMock, startMock } from "./run-mock.ts";

const start = (...args: string[]): Promise<RunningMock> =>
  startMock(["--engine", "prism", "--spec", writeSpec(), "--docs", writeDocs(), ...args]);
const authorised = { headers: { authorization: "Bearer test" } };

test.for(["SIGINT", "SIGTERM"] as const)(
  "serves docs and APIs quietly until %s, ends with 0 and frees the ports",
  async (signal) => {
    const mock = await start();
    expect([...mock.urls.keys()]).toEqual(["Docs", "Museum", "Pet clinic"]);
    expect(await (await fetch(`${mock.urls.get("Docs")}`)).text()).toContain("All the docs");
    expect(await (await fetch(`${mock.urls.get("Docs")}/museum/`)).text()).toBe("the museum");
    const exhibit = await fetch(`${mock.urls.get("Museum")}/exhibits/7`, authorised);
    expect(await exhibit.json()).toEqual({ title: "Amber" });

    const before = mock.stdout();
    expect(await mock.stop(signal)).toEqual({ code: 0, stdout: `${before}Stopped.\n`, stderr: "" });
    for (const url of mock.urls.values()) await expect(fetch(url)).rejects.toThrow();
  },
);

test("prints operations and variable of each API without colour, and a curl line that answers 200 when pasted", async () => {
  const mock = await start();
  expect(mock.stdout()).not.toContain("\u001b");
  expect(mock.stdout()).toMatch(/^ {2}Museum +http:\/\/127\.0\.0\.1:\d+ +4 {2}PORT_MUSEUM$/m);
  expect(mock.stdout()).toMatch(/^ {2}Pet clinic +http:\/\/127\.0\.0\.1:\d+ +1 {2}PORT_PET_CLINIC$/m);
  expect(mock.stdout().match(/curl /g)).toHaveLength(1);
  expect(await paste(mock.curl)).toBe(200);
});

test("--verbose prints each request without its query", async () => {
  const verbose = await start("--verbose");
  await fetch(`${verbose.urls.get("Museum")}/exhibits/7?token=secret`, authorised);
  await fetch(`${verbose.urls.get("Museum")}/wrong`, authorised);
  await fetch(`${verbose.urls.get("Docs")}/nowhere`);
  const { stdout } = await verbose.stop("SIGTERM");
  expect(stdout).toMatch(/^museum GET \/exhibits\/7 200 \d+ ms$/m);
  expect(stdout).toMatch(/^museum GET \/wrong 200 \d+ ms {2}Response body property title must be string$/m);
  expect(stdout).toMatch(/^docs GET \/nowhere 404 \d+ ms$/m);
  expect(stdout).not.toContain("secret");
});

test("--errors turns a wrong example into a 500", async () => {
  const mock = await start("--errors");
  expect((await fetch(`${mock.urls.get("Museum")}/wrong`, authorised)).status).toBe(500);
});

test("--dynamic makes answers up, and --seed repeats them", async () => {
  const bodies = [];
  for (let run = 1; run <= 2; run += 1) {
    const mock = await start("--dynamic", "--seed", "amber");
    bodies.push(await (await fetch(`${mock.urls.get("Museum")}/exhibits/7`, authorised)).text());
    await mock.stop("SIGTERM");
  }
  expect(bodies[0]).not.toContain("Amber");
  expect(bodies[1]).toBe(bodies[0]);
});

test("a client that never finishes its request does not keep it from stopping", async () => {
  const mock = await start();
  const { hostname, port } = new URL(`${mock.urls.get("Museum")}`);
  const socket = connect(Number(port), hostname).on("error", () => undefined);
  socket.write("POST /exhibits HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
  await once(socket, "data"); // "100 Continue": the request is in flight
  expect((await mock.stop("SIGINT")).code).toBe(0);
});
