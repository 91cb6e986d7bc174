import { isBadRequestError, isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const port = "env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv";
const radio = "env_2Vt9yLq5HsN8fBx4Jc6Wm1Rk";
const foreign = "env_6Hk1zFs8DwP4mYc3Qx7Jt9Nb";
const harbourSite = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";
const tideTable = "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M";
const deckLog = "prj_4Pd6yNw9SbU1gLh3xC8mVz5K";
const deckhand = "5c8a3b2f9d4e1a7b6c0f2e1d";

describe.each(ways)("shared variables on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("come encrypted in lists, in plain text one by one, and sensitive ones never", async () => {
    const { acme } = world();
    const { data, pagination } = await acme.sharedEnv.list();
    expect(pagination).toEqual({ count: 2, next: null, prev: null });
    expect(data).toMatchObject([
      { key: "PORT_AUTHORITY", value: expect.stringMatching(/^(?!Hamburg).{20,}$/), decrypted: false },
      { key: "RADIO_TOKEN", value: "", decrypted: false },
    ]);
    const one = await acme.sharedEnv.get({ id: port });
    expect(one).toEqual({ ...data[0], value: "Hamburg", decrypted: true });
    expect(one).toMatchObject({ projectId: [harbourSite, tideTable], ownerId: "team_1a79a4d60de6718e8e5b326e" });
    expect(one).toMatchObject({ created: "2025-11-02T12:00:00.000Z", createdAt: Date.parse("2025-11-02T12:00:00Z") });
    expect(one.lastEditedByDisplayName).not.toBe("");
    expect(one).not.toHaveProperty("accountId");
    expect(await acme.sharedEnv.get({ id: radio })).toMatchObject({ value: "", decrypted: false });
  });

  it("are narrowed by name, ids and projects, and both spellings of what to leave out", async () => {
    const { acme } = world();
    const keys = async (query: Parameters<typeof acme.sharedEnv.list>[0]): Promise<(string | undefined)[]> =>
      (await acme.sharedEnv.list(query)).data.map(({ key }) => key);
    expect(await keys({ search: "port_" })).toEqual(["PORT_AUTHORITY"]);
    expect(await keys({ search: "quay" })).toEqual([]);
    expect(await keys({ ids: `${radio}, ${foreign}` })).toEqual(["RADIO_TOKEN"]);
    expect(await keys({ projectId: tideTable })).toEqual(["PORT_AUTHORITY"]);
    expect(await keys({ projectId: `${tideTable},${harbourSite}` })).toEqual(["PORT_AUTHORITY", "RADIO_TOKEN"]);
    for (const name of ["exclude-ids", "exclude_ids"]) expect(await keys({ [name]: port })).toEqual(["RADIO_TOKEN"]);
    for (const name of ["exclude-projectId", "exclude_projectId"])
      expect(await keys({ [name]: tideTable })).toEqual(["RADIO_TOKEN"]);
    expect(await keys({ ids: "", search: "" })).toHaveLength(2);
    expect(isNotFoundError(await failure(acme.sharedEnv.list({ projectId: deckLog })))).toBe(true);
  });

  it("are made as far as they can be, and the rest is told", async () => {
    const { acme, clock } = world();
    const { created, failed } = await acme.sharedEnv.create({
      body: {
        evs: [
          { key: "QUAY", value: "7", comment: "West" },
          { key: "QUAY", value: "8" },
          { key: "PORT_AUTHORITY", value: "Kiel" },
          { key: "7QUAYS", value: "1" },
        ],
        target: ["preview", "preview", "production"],
        projectId: [harbourSite, harbourSite],
      },
    });
    expect(created).toMatchObject([
      {
        id: expect.stringMatching(/^env_[A-Za-z0-9]{24}$/),
        key: "QUAY",
        type: "encrypted",
        comment: "West",
        target: ["preview", "production"],
        projectId: [harbourSite],
        createdBy: deckhand,
        createdAt: clock.now(),
        decrypted: false,
      },
    ]);
    expect(failed.map(({ error: { key, code, envVarId } }) => [key, code, envVarId])).toEqual([
      ["QUAY", "ENV_CONFLICT", created[0]?.id],
      ["PORT_AUTHORITY", "ENV_CONFLICT", port],
      ["7QUAYS", "INVALID_KEY", undefined],
    ]);
    expect(failed[1]?.error).toMatchObject({ project: harbourSite, target: ["production", "preview"] });
    expect(await acme.sharedEnv.get({ id: created[0]?.id ?? "" })).toMatchObject({ value: "7", updatedBy: null });
  });

  it("may have the name of another where no project would get both", async () => {
    const { acme } = world();
    const evs = [{ key: "RADIO_TOKEN", value: "x" }];
    for (const body of [
      { evs, target: ["production" as const], projectId: [tideTable] },
      { evs, target: ["preview" as const], projectId: [harbourSite] },
      { evs, target: ["production" as const] },
    ])
      expect((await acme.sharedEnv.create({ body })).failed).toEqual([]);
    // The project's own variable of that name goes first and is not in the way.
    const own = {
      evs: [{ key: "HARBOUR_CITY", value: "x" }],
      target: ["production" as const],
      projectId: [harbourSite],
    };
    expect((await acme.sharedEnv.create({ body: own })).failed).toEqual([]);
  });

  it("are refused without an environment, and sensitive ones for development", async () => {
    const { acme } = world();
    const evs = [{ key: "QUAY", value: "7" }];
    const codes = async (body: Parameters<typeof acme.sharedEnv.create>[0]["body"]): Promise<string[]> =>
      (await acme.sharedEnv.create({ body })).failed.map(({ error }) => error.code);
    expect(await codes({ evs })).toEqual(["MISSING_TARGET"]);
    expect(await codes({ evs, target: ["development"], type: "sensitive" })).toEqual(["bad_request"]);
    expect(await codes({ evs, target: ["development"], type: "encrypted" })).toEqual([]);
  });

  it("are refused altogether for a project that the account has not", async () => {
    const { acme } = world();
    const evs = [{ key: "QUAY", value: "7" }];
    for (const project of [deckLog, "harbour-site", "prj_unknown"]) {
      const error = await failure(acme.sharedEnv.create({ body: { evs, target: ["preview"], projectId: [project] } }));
      expect(isBadRequestError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "bad_request", project } } });
    }
    expect((await acme.sharedEnv.list()).data).toHaveLength(2);
  });

  it("keep what a change does not name, and tell who made it", async () => {
    const { acme, clock } = world();
    const before = await acme.sharedEnv.get({ id: radio });
    clock.advance(1000);
    const { updated, failed } = await acme.sharedEnv.updateMany({
      body: { updates: { [radio]: { comment: "Channel 14" }, [port]: { value: "Kiel", target: ["development"] } } },
    });
    expect(failed).toEqual([]);
    expect(updated.map(({ id, decrypted }) => [id, decrypted])).toEqual([
      [radio, false],
      [port, false],
    ]);
    const after = await acme.sharedEnv.get({ id: radio });
    expect(after).toEqual({
      ...before,
      comment: "Channel 14",
      updatedBy: deckhand,
      updatedAt: clock.now(),
      lastEditedByDisplayName: after.lastEditedByDisplayName,
    });
    expect(await acme.sharedEnv.get({ id: port })).toMatchObject({ value: "Kiel", target: ["development"] });
  });

  it("are linked to projects and unlinked, or get new ones altogether", async () => {
    const { acme } = world();
    const projectsOf = async (): Promise<unknown> => (await acme.sharedEnv.get({ id: radio })).projectId;
    const update = (change: object) => acme.sharedEnv.updateMany({ body: { updates: { [radio]: change } } });
    await update({ projectIdUpdates: { link: [tideTable, tideTable] } });
    expect(await projectsOf()).toEqual([harbourSite, tideTable]);
    await update({ projectIdUpdates: { unlink: [harbourSite, "prj_gone"] } });
    expect(await projectsOf()).toEqual([tideTable]);
    await update({ projectId: [harbourSite] });
    expect(await projectsOf()).toEqual([harbourSite]);
    await update({ projectId: [] });
    expect(await projectsOf()).toEqual([]);
  });

  it("are changed one after the other, and what can't be changed stays and is told", async () => {
    const { acme } = world();
    const { created } = await acme.sharedEnv.create({
      body: { evs: [{ key: "QUAY", value: "7" }], target: ["production"], projectId: [tideTable] },
    });
    const quay = created[0]?.id ?? "";
    const { updated, failed } = await acme.sharedEnv.updateMany({
      body: {
        updates: {
          [quay]: { key: "PORT_AUTHORITY" },
          [radio]: { type: "encrypted" },
          [foreign]: { value: "red" },
          [port]: { projectId: [harbourSite], projectIdUpdates: { link: [tideTable] } },
          env_unknown: {},
        },
      },
    });
    expect(updated).toEqual([]);
    expect(failed.map(({ error: { code, envVarId } }) => [code, envVarId])).toEqual([
      ["ENV_CONFLICT", port],
      ["NOT_DECRYPTABLE", radio],
      ["not_found", foreign],
      ["bad_request", port],
      ["not_found", "env_unknown"],
    ]);
    expect(await acme.sharedEnv.get({ id: quay })).toMatchObject({ key: "QUAY" });
    const again = await acme.sharedEnv.updateMany({
      body: {
        updates: {
          [port]: { projectId: [deckLog] },
          [quay]: { target: [] },
          [radio]: { type: "encrypted", value: "open" },
        },
      },
    });
    expect(again.failed.map(({ error: { code } }) => code)).toEqual(["bad_request", "MISSING_TARGET"]);
    expect(again.updated).toMatchObject([{ id: radio, type: "encrypted" }]);
    expect(await acme.sharedEnv.get({ id: radio })).toMatchObject({ value: "open" });
  });

  it("are taken from one project, which is no error where it has them not", async () => {
    const { acme } = world();
    const unlink = (id: string, projectId: string) => acme.sharedEnv.unlink({ id, projectId });
    for (let time = 0; time < 2; time += 1) expect(await unlink(port, tideTable)).toEqual({ id: port });
    expect(await acme.sharedEnv.get({ id: port })).toMatchObject({ projectId: [harbourSite], updatedBy: deckhand });
    for (const call of [unlink(foreign, harbourSite), unlink(port, deckLog), unlink(port, "harbour-site")])
      expect(isNotFoundError(await failure(call))).toBe(true);
  });

  it("are deleted in numbers, and ids that the account has not are told", async () => {
    const { acme } = world();
    const { deleted, failed } = await acme.sharedEnv.deleteMany({
      body: { ids: [port, foreign, port, "env_unknown"] },
    });
    expect(deleted).toEqual([port]);
    expect(failed.map(({ error: { code, envVarId } }) => [code, envVarId])).toEqual([
      ["not_found", foreign],
      ["not_found", "env_unknown"],
    ]);
    expect(isNotFoundError(await failure(acme.sharedEnv.get({ id: port })))).toBe(true);
    expect((await acme.sharedEnv.list()).data.map(({ id }) => id)).toEqual([radio]);
    for (const ids of [[], Array.from({ length: 51 }, (_, index) => `env_${index}`)])
      expect(isBadRequestError(await failure(acme.sharedEnv.deleteMany({ body: { ids } })))).toBe(true);
  });

  it("lose a project that is deleted", async () => {
    const { acme } = world();
    await acme.projects.delete({ idOrName: "tide-table" });
    expect(await acme.sharedEnv.get({ id: port })).toMatchObject({ projectId: [harbourSite] });
  });

  it("are of the account that the query names", async () => {
    const { acme, own, client } = world();
    expect((await own.sharedEnv.list()).data).toEqual([]);
    expect(isNotFoundError(await failure(own.sharedEnv.get({ id: port })))).toBe(true);
    expect(isNotFoundError(await failure(acme.sharedEnv.get({ id: foreign })))).toBe(true);
    expect(isPermissionDeniedError(await failure(client({ slug: "lighthouse" }).sharedEnv.list()))).toBe(true);
    const evs = [{ key: "PORT_AUTHORITY", value: "Kiel" }];
    const body = { evs, target: ["production" as const], projectId: [deckLog] };
    expect((await own.sharedEnv.create({ body })).failed).toEqual([]);
    expect((await acme.sharedEnv.list()).data).toHaveLength(2);
  });
});
