import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { SandboxListenError, type SandboxOptions, startSandbox } from "../src/index.ts";
import { museum } from "./start-museum.ts";

const start = (options: Partial<SandboxOptions<{ museum: typeof museum }>> = {}) =>
  startSandbox({ apis: { museum }, ...options });
const headers = { authorization: "Bearer sandbox-museum" };
const asJson = { ...headers, "content-type": "application/json" };
const create = (title: string): RequestInit => ({ method: "POST", headers: asJson, body: JSON.stringify({ title }) });

test("what is created over HTTP is found in process, and the other way round", async () => {
  await using sb = await start();
  const { url, fetch: local } = sb.api.museum;
  const made = await fetch(`${url}/exhibits`, create("Opal"));
  expect([made.status, await made.json()]).toEqual([201, { id: 3, title: "Opal" }]);
  expect(await (await local(`${url}/exhibits/3`, { headers })).json()).toEqual({ id: 3, title: "Opal" });
  await local(`${url}/exhibits`, create("Pearl"));
  expect(await (await fetch(`${url}/exhibits/4`, { headers })).json()).toEqual({ id: 4, title: "Pearl" });
});

test("fetch in process takes a text, a URL and a Request, and tells the address as the global one does", async () => {
  await using sb = await start({ listen: false });
  const { url, fetch: local } = sb.api.museum;
  const address = `${url}/exhibits/1`;
  for (const input of [address, new URL(address)]) {
    const response = await local(input, { headers });
    expect([response.status, response.url]).toEqual([200, address]);
  }
  expect((await local(new Request(address, { headers }))).status).toBe(200);
  expect((await local(new Request(address), { headers })).status).toBe(200);
});

test("fetch in process touches no global and answers no other address, and says which ones it answers", async () => {
  const before = globalThis.fetch;
  await using sb = await start({ listen: false });
  const { url, fetch: local } = sb.api.museum;
  expect(globalThis.fetch).toBe(before);
  for (const wrong of ["https://museum.example/exhibits?key=secret", "/exhibits", `${url}.example/`, "data:,x"]) {
    const error: unknown = await local(wrong).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(`answers addresses below ${url}/ alone`);
    expect(String(error)).not.toContain("secret");
  }
});

test("fetch in process rejects with the signal's reason when it is aborted", async () => {
  await using sb = await start({ listen: false });
  const { url, fetch: local } = sb.api.museum;
  const reason = new Error("enough");
  await expect(local(`${url}/exhibits`, { headers, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test("without listening there is no socket, and each sandbox has addresses of its own", async () => {
  await using one = await start({ listen: false });
  await using other = await start({ listen: false });
  expect(one.api.museum.url).toMatch(/^http:\/\/museum\.s\d+\.localhost$/);
  expect(other.api.museum.url).not.toBe(one.api.museum.url);
  await expect(other.api.museum.fetch(`${one.api.museum.url}/exhibits`)).rejects.toThrow(TypeError);
});

test("a session keeps apart from the default one and from others, by its prefix and by the header", async () => {
  await using sb = await start();
  const red = sb.session({ id: "red" });
  const blue = sb.session({ id: "blue" });
  const base = sb.api.museum.url;
  expect(red.api.museum.url).toBe(`${base}/__s/red`);
  await fetch(`${red.api.museum.url}/exhibits`, create("Ruby"));
  await red.api.museum.fetch(`${red.api.museum.url}/exhibits`, create("Garnet"));
  await fetch(`${base}/exhibits`, { ...create("Coral"), headers: { ...asJson, "x-sandbox-session": "red" } });
  const titles = (session: typeof red) => session.api.museum.store.list("Exhibit").map(({ title }) => title);
  expect(titles(red)).toEqual(["Amber", "Jet", "Ruby", "Garnet", "Coral"]);
  expect(titles(blue)).toEqual(["Amber", "Jet"]);
  expect(titles(sb)).toEqual(["Amber", "Jet"]);
  await expect(red.api.museum.fetch(`${base}/exhibits`, { headers })).rejects.toThrow(/below .*\/__s\/red\/ alone/);
});

test("a closed session is refused by name, closing twice does nothing, and its name can be used again", async () => {
  await using sb = await start();
  const red = sb.session({ id: "red" });
  await red.close();
  await red.close();
  const response = await fetch(`${red.api.museum.url}/exhibits`, { headers });
  expect([response.status, response.headers.get("x-sandbox-error")]).toEqual([404, "unknown-session"]);
  const again = sb.session({ id: "red" });
  await red.close(); // the handle of the first one must not remove the second
  expect(sb.sessions.get("red")).toBeDefined();
  await again.close();
});

test("a fork begins as the session stands; snapshot, restore and reset move one session alone", async () => {
  await using sb = await start({ listen: false });
  const { store } = sb.api.museum;
  store.create("Exhibit", { title: "Opal" });
  const fork = sb.fork();
  expect(fork.api.museum.store.list("Exhibit")).toHaveLength(3);
  expect(sb.session().api.museum.store.list("Exhibit")).toHaveLength(2);
  const snapshot = sb.snapshot();
  fork.api.museum.store.create("Exhibit", { title: "Pearl" });
  sb.reset();
  expect(store.list("Exhibit")).toHaveLength(2);
  fork.restore(JSON.parse(JSON.stringify(snapshot)));
  expect(fork.api.museum.store.list("Exhibit")).toHaveLength(3);
  sb.restore(snapshot);
  expect(store.list("Exhibit")).toHaveLength(3);
});

test("jobs end as planned on the session's own clock, and the file at their end is served by a bare fetch", async () => {
  await using sb = await start();
  await using session = sb.session();
  const { url } = session.api.museum;
  const work = async () => (await fetch(`${url}/exhibits/1/restorations`, { method: "POST", headers })).json();
  const state = async (id: number) => (await fetch(`${url}/restorations/${id}`, { headers })).json();
  const good = await work();
  session.jobs.plan({ operationId: "restoreExhibit", end: "error", message: "It broke" });
  const bad = await work();
  expect(await state(good.id)).toMatchObject({ state: "running" });
  session.clock.advance("PT4S");
  expect(await state(bad.id)).toMatchObject({ state: "error", message: "It broke" });
  const { url: report } = await state(good.id);
  expect(report).toContain(`${url}/__sandbox__/files/`);
  const archive = new Uint8Array(await (await fetch(report)).arrayBuffer());
  expect(Object.keys(unzipSync(archive))).toEqual(["report.txt"]);
  expect((await session.api.museum.fetch(report)).status).toBe(200);
  expect(() => session.jobs.plan({ operationId: "getExhibit", end: "error" })).toThrow(RangeError);
});

test("quotas refuse by default, take a tier, and can be off", async () => {
  const third = async (options: Parameters<typeof start>[0]) => {
    await using sb = await start({ listen: false, ...options });
    const { url, fetch: local } = sb.api.museum;
    const statuses = [];
    for (let count = 0; count < 3; count += 1) {
      statuses.push((await local(`${url}/exhibits/1/restorations`, { method: "POST", headers })).status);
    }
    return statuses;
  };
  expect(await third({})).toEqual([201, 201, 429]);
  expect(await third({ quotas: "patron" })).toEqual([201, 201, 201]);
  expect(await third({ quotas: false })).toEqual([201, 201, 201]);
});

test("token() is accepted by the API, listed ones by their role", async () => {
  await using open = await start({ listen: false });
  await using listed = await start({
    listen: false,
    tokens: {
      museum: [
        { token: "look-only", role: "visitor" },
        { token: "do-it-all", role: "curator" },
      ],
    },
  });
  const post = async (sb: typeof open, token: string) =>
    (
      await sb.api.museum.fetch(`${sb.api.museum.url}/exhibits`, {
        ...create("Opal"),
        headers: { ...asJson, authorization: `Bearer ${token}` },
      })
    ).status;
  expect(await post(open, open.api.museum.token())).toBe(201);
  expect(await post(open, open.api.museum.token("curator"))).toBe(201);
  expect(() => open.api.museum.token("visitor")).toThrow(/tokens: \{ museum: \[\{ token: "…", role: "visitor" \}\] \}/);
  expect(await post(listed, listed.api.museum.token("curator"))).toBe(201);
  expect(await post(listed, listed.api.museum.token("visitor"))).toBe(403);
  expect(await post(listed, listed.api.museum.token())).toBe(403);
  expect(await post(listed, open.api.museum.token())).toBe(401);
  expect(() => listed.api.museum.token("director")).toThrow(
    /none with the role "director"; its roles are: visitor, curator/,
  );
});

test("the journal has all APIs' requests in order, without tokens", async () => {
  await using sb = await startSandbox({ apis: { museum, annex: museum }, listen: false });
  for (const name of ["museum", "annex", "museum"] as const) {
    await sb.api[name].fetch(`${sb.api[name].url}/exhibits`, { headers });
    sb.clock.advance(1000);
  }
  expect(sb.journal.list().map(({ api }) => api)).toEqual(["museum", "annex", "museum"]);
  expect(sb.journal.list({ api: "annex" })).toHaveLength(1);
  expect(sb.journal.count({ operationId: "listExhibits" })).toBe(3);
  expect(JSON.stringify(sb.journal.list())).not.toContain("sandbox-museum");
  expect(() => sb.jobs.plan({ operationId: "restoreExhibit", end: "error" })).toThrow(/several APIs: say which one/);
  sb.jobs.plan({ api: "annex", operationId: "restoreExhibit", end: "error" });
});

test("a bug of a hook rejects in process and is a 500 over HTTP; the next request is answered", async () => {
  const faults: unknown[] = [];
  await using sb = await start({ onFault: (error) => faults.push(error) });
  const { url, fetch: local } = sb.api.museum;
  const bug = { method: "PUT", headers: { ...headers, "content-type": "image/png" }, body: "x".repeat(13) };
  await expect(local(`${url}/exhibits/1/photograph`, bug)).rejects.toThrow("thirteen bytes");
  const response = await fetch(`${url}/exhibits/1/photograph`, bug);
  expect([response.status, response.headers.get("x-sandbox-error")]).toEqual([500, "fault"]);
  expect(faults).toHaveLength(1);
  expect((await fetch(`${url}/exhibits`, { headers })).status).toBe(200);
});

test("close ends the server, removes temporary files, and may be called twice", async () => {
  const spools = () => readdirSync(tmpdir()).filter((name) => name.startsWith("fairlead-"));
  const before = spools();
  const sb = await start({ limits: { spoolBytes: 1000 } });
  const { url } = sb.api.museum;
  const photograph = {
    method: "PUT",
    headers: { ...headers, "content-type": "image/png" },
    body: new Uint8Array(5000),
  };
  const { url: link } = await (await fetch(`${url}/exhibits/1/photograph`, photograph)).json();
  expect((await (await fetch(link)).arrayBuffer()).byteLength).toBe(5000);
  const mine = spools().filter((name) => !before.includes(name));
  expect(mine.length).toBeGreaterThan(0);
  await sb.close();
  await sb.close();
  expect(
    spools()
      .filter((name) => mine.includes(name))
      .filter((name) => existsSync(`${tmpdir()}/${name}`)),
  ).toEqual([]);
  await expect(fetch(url)).rejects.toThrow();
});

test("two runs with one seed give equal answers", async () => {
  const run = async () => {
    await using sb = await start({ listen: false, seed: 7 });
    const { url, fetch: local } = sb.api.museum;
    const photograph = { method: "PUT", headers: { ...headers, "content-type": "image/png" }, body: "light" };
    const { url: link } = await (await local(`${url}/exhibits/1/photograph`, photograph)).json();
    return new URL(link).pathname;
  };
  expect(await run()).toBe(await run());
});

test("a taken port is a SandboxListenError that names it, and nothing stays open", async () => {
  await using first = await start();
  const port = Number(new URL(first.api.museum.url).port);
  const free = await start();
  const freePort = Number(new URL(free.api.museum.url).port);
  await free.close();
  const error: unknown = await startSandbox({
    apis: { annex: museum, museum },
    ports: { annex: freePort, museum: port },
  }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SandboxListenError);
  expect(error).toMatchObject({ code: "EADDRINUSE", port, host: "127.0.0.1" });
  await using again = await start({ ports: { museum: freePort } });
  expect(again.api.museum.url).toBe(`http://127.0.0.1:${freePort}`);
  await expect(start({ host: "192.0.2.1", controlToken: "long-enough" })).rejects.toThrow(/no address of this machine/);
});

test("an address open to the network needs a control token", async () => {
  for (const host of ["0.0.0.0", "::", "192.0.2.1", "museum.example"]) {
    await expect(start({ host })).rejects.toThrow(/give a control token/);
  }
  await using sb = await start({ host: "0.0.0.0", controlToken: "long-enough" });
  const { url } = sb.api.museum;
  expect((await fetch(`${url}/exhibits`, { headers })).status).toBe(200);
  expect((await fetch(`${url}/__sandbox__/sessions`)).status).toBe(401);
  const allowed = await fetch(`${url}/__sandbox__/sessions`, { headers: { authorization: "Bearer long-enough" } });
  expect(allowed.status).toBe(200);
});

test.for([
  [{ apis: {} }, RangeError, "apis is empty"],
  [{ apis: { museum: {} as never } }, TypeError, "apis.museum is no API of this version"],
  [{ apis: { museum, Museum: museum } }, RangeError, "same name but for its capitals"],
  [{ apis: { "mu seum": museum } }, RangeError, '"mu seum" can\'t be the name of an API'],
  [{ apis: { museum }, ports: { annex: 1 } as never }, RangeError, 'There is no API "annex"; there is: museum'],
  [{ apis: { museum }, ports: { museum: 65_536 } }, RangeError, "ports.museum is 65536"],
  [{ apis: { museum }, seed: 0.5 }, RangeError, "seed is 0.5"],
  [{ apis: { museum }, limits: { sessions: -1 } }, RangeError, "limits.sessions is -1"],
  [{ apis: { museum }, controlToken: "short" }, RangeError, "controlToken is too short"],
  [{ apis: { museum }, clock: "slow" as never }, RangeError, '"slow" is no clock'],
] as const)("%j is refused", async ([options, kind, message]) => {
  const error: unknown = await startSandbox(options as SandboxOptions).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(kind);
  expect(String(error)).toContain(message);
});
