import { isBadRequestError, isNotFoundError, isWaiterFailedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const production = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";
const failed = "dpl_2Gh6sLw9PdX4kVb7nTr3yCf8";

const page = (text: string) => ({ files: [{ file: "index.html", data: `<h1>${text}</h1>` }] });
const codeOf = (error: unknown): unknown => (error as { body?: { error?: { code?: string } } }).body?.error?.code;

/** Deploys to production and lets the build end. */
async function deployed({ acme, clock }: World, text: string) {
  const { id } = await acme.deployments.create({
    body: { name: "harbour-site", target: "production", ...page(text) },
  });
  clock.advance(60_000);
  return acme.deployments.get({ idOrUrl: id });
}

describe.each(ways)("deployments on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("go from queued to ready with time, and are served only then", async () => {
    const { acme, clock } = world();
    const began = clock.now();
    const made = await acme.deployments.create({ body: { name: "tide-table", target: "production", ...page("1") } });
    expect(made).toMatchObject({ name: "tide-table", readyState: "QUEUED", status: "QUEUED", alias: [] });
    expect(made).toMatchObject({ aliasAssigned: false, target: "production", source: "cli", plan: "pro" });
    expect(made.url).toBe(`tide-table-${made.id.slice(4, 13).toLowerCase()}.example.app`);
    expect(made.inspectorUrl).toContain("/acme/tide-table/");
    expect(made.creator).toEqual({ uid: "5c8a3b2f9d4e1a7b6c0f2e1d", username: "deckhand", type: "user" });
    expect(made).not.toHaveProperty("ready");
    expect(made.createdAt).toBeGreaterThanOrEqual(began);

    const [queued] = (await acme.deployments.list({ app: "tide-table" })).deployments;
    expect(queued).toMatchObject({ uid: made.id, state: "QUEUED" });
    expect(queued).not.toHaveProperty("buildingAt");

    clock.advance(5_000);
    expect((await acme.deployments.list({ app: "tide-table" })).deployments).toMatchObject([
      {
        uid: made.id,
        state: "BUILDING",
        readyState: "BUILDING",
        aliasAssigned: null,
        buildingAt: made.createdAt + 2_000,
      },
    ]);
    clock.advance(60_000);
    const ready = await acme.deployments.get({ idOrUrl: made.id });
    const end = made.createdAt + 22_000;
    expect(ready).toMatchObject({ readyState: "READY", status: "READY", ready: end, aliasAssigned: true });
    expect(ready).toMatchObject({ buildingAt: made.createdAt + 2_000, readySubstate: "PROMOTED" });
    expect(ready.alias).toEqual(["tide-table.example.app", "tide-table-acme.example.app"]);
  });

  it("are waited for by the client through all states", async () => {
    const { acme } = world();
    const states: unknown[] = [];
    const ready = await acme.deployments.create
      .wait(
        { body: { name: "harbour-site", ...page("2") } },
        { onProgress: (state) => void states.push((state as { readyState?: string }).readyState) },
      )
      .done();
    expect(ready).toMatchObject({ readyState: "READY", target: null, alias: [] });
    expect(ready.aliasAssigned).toBe(true);
    const order = ["QUEUED", "INITIALIZING", "BUILDING", "READY"];
    const seen = [...new Set(states)];
    expect(seen).toEqual(order.filter((state) => seen.includes(state)));
    expect(seen).toContain("BUILDING");
    expect(ready.buildingAt).toBeLessThan(ready.ready ?? 0);
  });

  it("fail as planned, and where the build command can only fail", async () => {
    const here = world();
    here.jobs.plan({ operationId: "createDeployment", end: "ERROR", message: "The quay is closed" });
    expect(await deployed(here, "3")).toMatchObject({
      readyState: "ERROR",
      errorCode: "BUILD_FAILED",
      errorMessage: "The quay is closed",
      aliasAssigned: false,
      alias: [],
    });
    for (const [buildCommand, status] of Object.entries({ "exit 3": 3, false: 1, " exit 0 ": undefined })) {
      const body = { name: "harbour-site", ...page(buildCommand), projectSettings: { buildCommand } };
      const { id } = await here.acme.deployments.create({ body });
      here.clock.advance(60_000);
      const { readyState, errorMessage } = await here.acme.deployments.get({ idOrUrl: id });
      const message = `Command "${buildCommand}" exited with ${status}`;
      expect([readyState, errorMessage]).toEqual(status ? ["ERROR", message] : ["READY", undefined]);
    }
    const body = { name: "harbour-site", ...page("4"), projectSettings: { buildCommand: "false" } };
    expect(isWaiterFailedError(await failure(here.acme.deployments.create.wait({ body }).done()))).toBe(true);
  });

  it("come to the other ends by plan, and say since when or why", async () => {
    const here = world();
    here.jobs.plan({ operationId: "createDeployment", end: "CANCELED" });
    const canceled = await deployed(here, "canceled by plan");
    expect(canceled).toMatchObject({ readyState: "CANCELED", canceledAt: expect.any(Number), aliasAssigned: false });
    expect(canceled).not.toHaveProperty("errorCode");
    here.jobs.plan({ operationId: "createDeployment", end: "BLOCKED" });
    const blocked = await deployed(here, "blocked by plan");
    expect(blocked).toMatchObject({ readyState: "BLOCKED", readyStateReason: expect.stringContaining("seat") });
    expect((await here.acme.deployments.list({ state: "BLOCKED" })).deployments).toHaveLength(1);
  });

  it("of a new project can be made twice at once", async () => {
    const { acme } = world();
    const create = (text: string) =>
      acme.deployments.create({ body: { name: "ferry-plan", ...page(text), projectSettings: { framework: null } } });
    const [one, other] = await Promise.all([create("1"), create("2")]);
    expect(one.projectId).toBe(other.projectId);
    expect(one.id).not.toBe(other.id);
  });

  it("can be canceled on their way and not afterwards, and stay so", async () => {
    const here = world();
    const { acme, clock } = here;
    for (const wait of [0, 1_500, 10_000]) {
      const body = { name: "harbour-site", target: "production", ...page(`canceled after ${wait}`) };
      const { id } = await acme.deployments.create({ body });
      clock.advance(wait);
      const canceled = await acme.deployments.cancel({ id });
      expect(canceled).toMatchObject({ id, readyState: "CANCELED", status: "CANCELED", aliasAssigned: false });
      expect(isBadRequestError(await failure(acme.deployments.cancel({ id })))).toBe(true);
      clock.advance(120_000);
      const later = await acme.deployments.get({ idOrUrl: id });
      expect(later).toMatchObject({ readyState: "CANCELED", canceledAt: canceled.canceledAt, alias: [] });
      expect(later).not.toHaveProperty("ready");
      expect((await acme.deployments.list({ state: "CANCELED" })).deployments[0]).toMatchObject({ uid: id });
    }
    for (const id of [production, failed])
      expect(codeOf(await failure(acme.deployments.cancel({ id })))).toBe("bad_request");
    expect(isNotFoundError(await failure(acme.deployments.cancel({ id: "dpl_none" })))).toBe(true);
    expect((await acme.deployments.get({ idOrUrl: "harbour.example.com" })).id).toBe(production);
  });

  it("build sooner when they are read often, and keep the time when that was seen", async () => {
    const { acme, clock } = world();
    const { id, createdAt } = await acme.deployments.create({ body: { name: "harbour-site", ...page("hurried") } });
    let read = await acme.deployments.get({ idOrUrl: id });
    for (let poll = 0; poll < 5 && read.readyState !== "BUILDING"; poll += 1)
      read = await acme.deployments.get({ idOrUrl: id });
    expect(read.readyState).toBe("BUILDING");
    expect(read.buildingAt).toBeLessThan(createdAt + 2_000);
    clock.advance(60_000);
    const ready = await acme.deployments.get({ idOrUrl: id });
    expect(ready).toMatchObject({ readyState: "READY", buildingAt: read.buildingAt });
  });

  it("are the same again where nothing differs, unless a new one is forced or the old one failed", async () => {
    const { acme, clock } = world();
    const files = [
      { file: "a.txt", data: "1" },
      { file: "b.txt", data: "2" },
    ];
    const create = (more: object = {}, forceNew?: "1") =>
      acme.deployments.create({ ...(forceNew && { forceNew }), body: { name: "tide-table", files, ...more } });
    const { id } = await create();
    expect((await create({ meta: { note: "again" } })).id).toBe(id);
    clock.advance(60_000);
    expect(await create({ files: files.toReversed() })).toMatchObject({ id, readyState: "READY" });
    const others = [
      await create({}, "1"),
      await create({ target: "production" }),
      await create({ env: { TIDE: "high" } }),
      await create({ env: { TIDE: "low" } }),
      await create({ projectSettings: { framework: "astro" } }),
      await create({ files: [{ file: "a.txt", data: "1" }] }),
    ];
    expect(new Set([id, ...others.map((other) => other.id)]).size).toBe(7);
    const failing = { projectSettings: { buildCommand: "false" } };
    const first = await create(failing);
    clock.advance(60_000);
    expect((await create(failing)).id).not.toBe(first.id);
  });

  it("are made again from an earlier one, with its files and its environment", async () => {
    const { acme } = world();
    const body = { name: "harbour-site", deploymentId: production, meta: { action: "redeploy" } };
    const again = await acme.deployments.create({ forceNew: "1", body });
    expect(again).toMatchObject({
      source: "redeploy",
      target: "production",
      env: ["TIDE_STATION"],
      readyState: "QUEUED",
    });
    expect(again.meta).toEqual({ harbourRelease: "2025-11", action: "redeploy" });
    expect(again.id).not.toBe(production);
    expect(await acme.deployments.listFiles({ id: again.id })).toEqual(
      await acme.deployments.listFiles({ id: production }),
    );
    const staged = await acme.deployments.create({ forceNew: "1", body: { ...body, target: "staging" } });
    expect(staged.target).toBe("staging");
    const none = await failure(acme.deployments.create({ body: { ...body, deploymentId: "dpl_none" } }));
    expect(isNotFoundError(none)).toBe(true);
  });

  it("make the project where there is none, and only with its settings or without asking for them", async () => {
    const { acme, own } = world();
    const body = { name: "lock-gates", ...page("7") };
    expect(codeOf(await failure(acme.deployments.create({ body })))).toBe("missing_project_settings");
    expect(isNotFoundError(await failure(acme.projects.get({ idOrName: "lock-gates" })))).toBe(true);
    const made = await acme.deployments.create({ body: { ...body, projectSettings: { framework: "astro" } } });
    expect(await acme.projects.get({ idOrName: "lock-gates" })).toMatchObject({
      id: made.projectId,
      framework: "astro",
    });
    expect(made.project).toEqual({ id: made.projectId, name: "lock-gates", framework: "astro" });
    const mine = await own.deployments.create({ skipAutoDetectionConfirmation: "1", body });
    expect(mine).toMatchObject({ name: "lock-gates", plan: "hobby" });
    expect(mine.projectId).not.toBe(made.projectId);
    expect(mine).not.toHaveProperty("team");
    const bad = { ...body, name: "Lock Gates", projectSettings: {} };
    expect(codeOf(await failure(acme.deployments.create({ body: bad })))).toBe("bad_request");
    const unknown = { ...body, project: "prj_none" };
    expect(isNotFoundError(await failure(acme.deployments.create({ body: unknown })))).toBe(true);
    const other = await acme.deployments.create({ body: { ...body, project: "tide-table" } });
    expect(other).toMatchObject({ name: "tide-table", projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" });
  });

  it("are refused with a code that says why, and without the files of an example", async () => {
    const { acme } = world();
    const gitSource = { type: "github" as const, org: "acme", repo: "harbour-site", ref: "main" };
    const cases: readonly [object, string][] = [
      [{}, "no_files"],
      [{ ...page("8"), gitSource }, "bad_request"],
      [{ ...page("8"), deploymentId: production }, "bad_request"],
      [{ ...page("8"), target: "quay" }, "bad_request"],
      [{ ...page("8"), customEnvironmentSlugOrId: "quay" }, "bad_request"],
      [{ ...page("8"), env: { "TIDE-STATION": "x" } }, "env_key_invalid_characters"],
      [{ ...page("8"), build: { env: { [`T${"I".repeat(256)}`]: "x" } } }, "env_key_invalid_length"],
      [{ ...page("8"), name: "" }, "bad_request"],
    ];
    for (const [more, code] of cases) {
      const error = await failure(acme.deployments.create({ body: { name: "harbour-site", ...more } }));
      expect(error).toMatchObject({ status: 400, body: { error: { code } } });
      expect(error).not.toHaveProperty("body.error.missing");
    }
  });

  it("show the names of their variables and never the values", async () => {
    const { acme, api } = world();
    const body = {
      name: "tide-table",
      ...page("9"),
      env: { TIDE: "very high" },
      build: { env: { MOON: "very full" } },
    };
    const made = await acme.deployments.create({ body });
    expect(made).toMatchObject({ env: ["TIDE"], build: { env: ["MOON"] } });
    const stored = JSON.stringify([made, api.vercel.store.get("Deployment", made.id)]);
    expect(stored).not.toMatch(/very (high|full)/);
    for (const hidden of ["likeness", "buildId", "files", "accountId", "endedAt"])
      expect(made).not.toHaveProperty(hidden);
  });

  it("tell of the commit that local files come from", async () => {
    const { acme } = world();
    const gitMetadata = { commitRef: "quay", commitSha: "f".repeat(40), commitMessage: "Mend it", dirty: true };
    const made = await acme.deployments.create({ body: { name: "tide-table", ...page("10"), gitMetadata } });
    expect(made.meta).toEqual({
      gitCommitRef: "quay",
      gitCommitSha: "f".repeat(40),
      gitCommitMessage: "Mend it",
      gitDirty: "true",
    });
    expect((await acme.deployments.list({ branch: "quay" })).deployments.map(({ uid }) => uid)).toEqual([made.id]);
  });
});
