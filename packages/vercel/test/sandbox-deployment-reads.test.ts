import { isBadRequestError, isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const production = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";
const failed = "dpl_2Gh6sLw9PdX4kVb7nTr3yCf8";
const preview = "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5";
const foreign = "dpl_5Vt8wKe3RyH6bNj1cXq9uLm4";
const harbourSite = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";
const tideTable = "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M";

const page = (text: string) => ({ files: [{ file: "index.html", data: `<h1>${text}</h1>` }] });

type Query = NonNullable<Parameters<World["acme"]["deployments"]["list"]>[0]>;

/** Ids in a list, in its order. */
async function idsOf({ acme }: Pick<World, "acme">, query: Query = {}): Promise<readonly string[]> {
  return (await acme.deployments.list(query)).deployments.map(({ uid }) => uid);
}

/** Type and text or state of each event. */
async function logOf({ acme }: World, idOrUrl: string, query: object = {}): Promise<readonly string[]> {
  const events = await acme.deployments.listEvents({ idOrUrl, ...query });
  return events.map((event) => {
    const { type, text, info } = (event ?? {}) as { type?: string; text?: string; info?: { readyState?: string } };
    return [type, text ?? info?.readyState].filter(Boolean).join(" ");
  });
}

describe.each(ways)("reading deployments on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("lists those of the account, newest first, with fewer members", async () => {
    const here = world();
    expect(await idsOf(here)).toEqual([preview, production, failed]);
    const [first] = (await here.acme.deployments.list()).deployments;
    expect(first).toMatchObject({ uid: preview, created: first?.createdAt, type: "LAMBDAS", target: null });
    expect(first?.creator).toMatchObject({ username: "deckhand", email: "deckhand@example.com" });
    expect(first).not.toHaveProperty("id");
    expect(await idsOf({ acme: here.own })).toEqual([]);
  });

  it("narrows the list by each parameter", async () => {
    const here = world();
    const { id } = await here.acme.deployments.create({
      body: { name: "tide-table", target: "staging", ...page("1") },
    });
    const cases: readonly [Query, readonly string[]][] = [
      [{ app: "harbour-site" }, [preview, production, failed]],
      [{ app: "harbour" }, []],
      [{ projectId: "tide-table" }, [id]],
      [{ projectId: harbourSite }, [preview, production, failed]],
      [{ projectIds: [harbourSite, tideTable] }, [id, preview, production, failed]],
      [{ projectIds: [tideTable] }, [id]],
      [{ projectIds: ["prj_none"] }, []],
      [{ target: "production" }, [production, failed]],
      [{ target: "staging" }, [id]],
      [{ target: "preview" }, [preview]],
      [{ state: "READY" }, [preview, production]],
      [{ state: "ready, ERROR" }, [preview, production, failed]],
      [{ state: "QUEUED,BUILDING" }, [id]],
      [{ branch: "tides" }, [preview]],
      [{ sha: "3f786850e387550fdab836ed7e6dc881de23001b" }, [preview]],
      [{ sha: "3f78685" }, []],
      [{ users: "somebody,5c8a3b2f9d4e1a7b6c0f2e1d" }, [id, preview, production, failed]],
      [{ users: "somebody" }, []],
      [{ since: Date.parse("2025-11-04T08:30:00Z") }, [id, preview]],
      [{ from: Date.parse("2025-11-04T08:30:00Z") }, [id, preview]],
      [{ until: Date.parse("2025-11-04T08:30:00Z") }, [production, failed]],
      [{ to: Date.parse("2025-11-04T08:30:00Z") }, [production, failed]],
      [{ projectId: harbourSite, state: "READY", target: "production" }, [production]],
    ];
    for (const [query, ids] of cases) expect([query, await idsOf(here, query)]).toEqual([query, ids]);
    const both = here.acme.deployments.list({ projectId: harbourSite, projectIds: [tideTable] });
    expect(isBadRequestError(await failure(both))).toBe(true);
    expect(isNotFoundError(await failure(here.acme.deployments.list({ projectId: "none" })))).toBe(true);
  });

  it("walks a long list without losing or repeating any, though all were made in one moment", async () => {
    const here = world();
    const made: string[] = [];
    for (let number = 0; number < 25; number += 1) {
      const { id } = await here.acme.deployments.create({ body: { name: "tide-table", ...page(`walk ${number}`) } });
      made.unshift(id);
    }
    const seen: string[] = [];
    for await (const { uid } of here.acme.deployments.list({ projectId: tideTable, limit: 7 })) {
      if (seen.length === 10)
        await here.acme.deployments.create({ body: { name: "tide-table", ...page("made meanwhile") } });
      seen.push(uid);
    }
    expect(seen).toEqual(made);
  });

  it("finds one by its id, its own host and the hosts that lead to it, in the account alone", async () => {
    const { acme, own, client } = world();
    for (const idOrUrl of [production, "harbour-site-4rk9ztf2q.example.app", "harbour.example.com"])
      expect(await acme.deployments.get({ idOrUrl })).toMatchObject({ id: production, status: "READY" });
    for (const idOrUrl of ["harbour-site", "dpl_none", foreign, "lamp.example.org", "toString"]) {
      const error = await failure(acme.deployments.get({ idOrUrl }));
      expect(isNotFoundError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "not_found" } } });
    }
    expect(isNotFoundError(await failure(own.deployments.get({ idOrUrl: production })))).toBe(true);
    const stranger = client({ slug: "lighthouse" });
    expect(isPermissionDeniedError(await failure(stranger.deployments.get({ idOrUrl: foreign })))).toBe(true);
  });

  it("shows what is required of every answer, and how it ended", async () => {
    const { acme } = world();
    expect(await acme.deployments.get({ idOrUrl: production })).toMatchObject({
      type: "LAMBDAS",
      version: 2,
      team: { id: "team_1a79a4d60de6718e8e5b326e", name: "Acme", slug: "acme" },
      project: { id: harbourSite, name: "harbour-site", framework: "nextjs" },
      ready: Date.parse("2025-11-04T08:30:22Z"),
      nodeVersion: "24.x",
    });
    const error = await acme.deployments.get({ idOrUrl: failed });
    expect(error).toMatchObject({ readyState: "ERROR", errorCode: "BUILD_FAILED", errorStep: "buildStep" });
    expect(error).not.toHaveProperty("ready");
  });

  it("answers under other versions and without one", async () => {
    const { send } = world();
    const team = "teamId=team_1a79a4d60de6718e8e5b326e";
    for (const path of [`/v6/deployments?${team}`, `/now/deployments?${team}`, `/deployments?${team}`])
      expect(await send("GET", path)).toMatchObject({ status: 200, json: { pagination: { count: 3, next: null } } });
    const events = `/v3/now/deployments/${production}/events?${team}`;
    expect(await send("GET", events)).toMatchObject({ status: 200 });
  });

  it("deletes one by its id or, whatever the path has, by a host", async () => {
    const here = world();
    const { acme, clock } = here;
    expect(await acme.deployments.delete({ idOrUrl: failed })).toEqual({ uid: failed, state: "DELETED" });
    expect(isNotFoundError(await failure(acme.deployments.delete({ idOrUrl: failed })))).toBe(true);
    const url = "https://harbour.example.com/tides";
    expect(await acme.deployments.delete({ idOrUrl: preview, url })).toEqual({ uid: production, state: "DELETED" });
    expect(isNotFoundError(await failure(acme.deployments.get({ idOrUrl: "harbour.example.com" })))).toBe(true);
    expect(await idsOf(here)).toEqual([preview]);
    const { id } = await acme.deployments.create({ body: { name: "tide-table", ...page("gone") } });
    await acme.deployments.delete({ idOrUrl: id });
    clock.advance(60_000);
    expect(isNotFoundError(await failure(acme.deployments.get({ idOrUrl: id })))).toBe(true);
    expect((await acme.deployments.create({ body: { name: "tide-table", ...page("gone") } })).id).not.toBe(id);
  });

  it("loses all of a project with the project", async () => {
    const here = world();
    await here.acme.projects.delete({ idOrName: "harbour-site" });
    expect(await idsOf(here)).toEqual([]);
    expect(isNotFoundError(await failure(here.acme.deployments.get({ idOrUrl: production })))).toBe(true);
  });

  it("tells more of a build the further it is", async () => {
    const here = world();
    const files = [{ file: "package.json", data: "{}" }];
    const { id } = await here.acme.deployments.create({ body: { name: "tide-table", target: "production", files } });
    expect(await logOf(here, id)).toEqual([]);
    here.clock.advance(1_500);
    expect(await logOf(here, id)).toEqual(["deployment-state INITIALIZING"]);
    here.clock.advance(1_000);
    const begun = ["deployment-state INITIALIZING", "deployment-state BUILDING", "stdout The build runs in iad1"];
    expect(await logOf(here, id)).toEqual(begun);
    here.clock.advance(60_000);
    const whole = [
      ...begun,
      "stdout Fetching 1 file",
      "command npm install",
      "command npm run build",
      "stdout Keeping what was built",
      "deployment-state READY",
      "alias-assigned",
    ];
    expect(await logOf(here, id)).toEqual(whole);
    expect(await logOf(here, id, { direction: "backward" })).toEqual(whole.toReversed());
    expect(await logOf(here, id, { limit: 2 })).toEqual(whole.slice(0, 2));
    expect(await logOf(here, id, { limit: -1 })).toEqual(whole);
    expect(await logOf(here, id, { statusCode: "5xx" })).toEqual([]);
    expect(await logOf(here, id, { name: "bld_other" })).toEqual([]);
    expect((await logOf(here, id, { delimiter: 1 })).filter((line) => line === "delimiter")).toHaveLength(4);
  });

  it("tells in order, each event with its own place, and by time", async () => {
    const { acme } = world();
    const events = (await acme.deployments.listEvents({ idOrUrl: production })) as readonly {
      created?: number;
      date: number;
      serial?: string;
      info?: { name: string };
    }[];
    const serials = events.flatMap(({ serial }) => serial ?? []);
    expect(serials).toEqual([...new Set(serials)].sort());
    const from = Date.parse("2025-11-04T08:30:09Z");
    const later = await acme.deployments.listEvents({ idOrUrl: production, since: from });
    expect(later).toEqual(events.filter(({ date }) => date >= from));
    const earlier = await acme.deployments.listEvents({ idOrUrl: production, until: from });
    expect(earlier).toEqual(events.filter(({ date }) => date <= from));
    expect(earlier.length + later.length).toBe(events.length);
    const named = await acme.deployments.listEvents({ idOrUrl: production, name: "bld_3kd8wq2vz" });
    expect(named).toEqual(events.filter(({ info }) => info?.name === "bld_3kd8wq2vz"));
    expect(named.length).toBe(events.length - 1);
    expect(events.at(-1)).toMatchObject({
      type: "alias-assigned",
      alias: expect.arrayContaining(["harbour.example.com"]),
    });
  });

  it("tells why a build failed, and nothing more once one was canceled", async () => {
    const here = world();
    expect((await logOf(here, failed)).slice(-2)).toEqual([
      'stderr Command "next build" exited with 1',
      "deployment-state ERROR",
    ]);
    const { id } = await here.acme.deployments.create({ body: { name: "tide-table", ...page("stop") } });
    here.clock.advance(3_000);
    await here.acme.deployments.cancel({ id });
    here.clock.advance(60_000);
    expect(await logOf(here, id)).toEqual([
      "deployment-state INITIALIZING",
      "deployment-state BUILDING",
      "stdout The build runs in iad1",
      "deployment-state CANCELED",
    ]);
  });

  it("sends the events a line each when they are followed", async () => {
    const { api, acme } = world();
    const { url, fetch: local } = api.vercel;
    const address = `${url}/v3/deployments/${production}/events?follow=1&slug=acme`;
    const headers = { authorization: "Bearer fictional-token-0001" };
    const response = await (way === "in process" ? local : fetch)(new Request(address, { headers }));
    expect(response.headers.get("content-type")).toBe("application/stream+json");
    const lines = (await response.text()).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line))).toEqual(await acme.deployments.listEvents({ idOrUrl: production }));
  });
});
