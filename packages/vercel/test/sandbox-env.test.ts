import { isBadRequestError, isNotFoundError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";

describe.each(ways)("environment variables on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("come encrypted unless they are asked for in plain text, and sensitive ones never", async () => {
    const { acme } = world();
    const values = async (decrypt?: "true" | "false"): Promise<Record<string, unknown>> => {
      const { envs } = await acme.env.list(decrypt === undefined ? { idOrName } : { idOrName, decrypt });
      return Object.fromEntries(envs.map(({ key, value, decrypted }) => [key, [value, decrypted]]));
    };
    const hidden = await values();
    expect(hidden).toMatchObject({ HARBOUR_CITY: ["Hamburg", true], TIDE_PASSWORD: ["", false] });
    expect(hidden.TIDE_API_KEY).toEqual([expect.stringMatching(/^(?!not-a-real-key).{20,}$/), false]);
    expect(await values("false")).toEqual(hidden);
    expect(await values("true")).toEqual({ ...hidden, TIDE_API_KEY: ["not-a-real-key", true] });
    const { envs } = await acme.env.list({ idOrName });
    expect(envs.every((one) => !("projectId" in one))).toBe(true);
  });

  it("come one at a time in plain text, but for sensitive ones", async () => {
    const { acme } = world();
    expect(await acme.env.get({ idOrName, id: "Pz8wC3nH6yJd1fRk" })).toMatchObject({
      key: "TIDE_API_KEY",
      value: "not-a-real-key",
      decrypted: true,
    });
    expect(await acme.env.get({ idOrName, id: "Bt5gV7xM2qSe9aLu" })).toMatchObject({ value: "", decrypted: false });
  });

  it("are encrypted to the same text for the same value only", async () => {
    const { acme } = world();
    const id = "Pz8wC3nH6yJd1fRk";
    const shown = async (): Promise<unknown> =>
      (await acme.env.list({ idOrName })).envs.find((one) => one.id === id)?.value;
    const before = await shown();
    expect(await shown()).toBe(before);
    await acme.env.update({ idOrName, id, body: { value: "another" } });
    expect(await shown()).not.toBe(before);
  });

  it("are listed by branch: those of all previews and those of its own", async () => {
    const { acme } = world();
    const keys = async (gitBranch: string): Promise<string[]> =>
      (await acme.env.list({ idOrName, gitBranch })).envs.map(({ key }) => key);
    expect(await keys("tides")).toEqual(["HARBOUR_CITY", "TIDE_API_KEY"]);
    expect(await keys("main")).toEqual(["HARBOUR_CITY"]);
  });

  it("are made one by one, and the answer has the object", async () => {
    const { acme, clock } = world();
    const body = { key: "PIER", value: "7", type: "encrypted", target: ["production", "preview"] } as const;
    const { created, failed } = await acme.env.create({ idOrName, body: { ...body, target: [...body.target] } });
    expect(failed).toEqual([]);
    expect(created).toMatchObject({ key: "PIER", createdBy: "5c8a3b2f9d4e1a7b6c0f2e1d", createdAt: clock.now() });
    expect(created).toMatchObject({ decrypted: false, value: expect.not.stringMatching(/^7$/) });
    const { id } = created as { id: string };
    expect(id).toMatch(/^[A-Za-z0-9]{16}$/);
    expect(await acme.env.get({ idOrName, id })).toMatchObject({ value: "7", target: ["production", "preview"] });
  });

  it("are refused one by one where another has the name in one of the environments: 403", async () => {
    const { acme } = world();
    const body = { key: "HARBOUR_CITY", value: "Kiel", type: "plain", target: ["production" as const] } as const;
    const error = await failure(acme.env.create({ idOrName, body: { ...body, target: [...body.target] } }));
    expect(error).toMatchObject({
      status: 403,
      body: {
        error: {
          code: "ENV_CONFLICT",
          envVarId: "Xk4mQ9rT2vLb7sNw",
          envVarKey: "HARBOUR_CITY",
          target: ["production"],
        },
      },
    });
    const free = { ...body, target: ["development" as const] };
    expect((await acme.env.create({ idOrName, body: free })).failed).toEqual([]);
    const branch = { ...body, target: ["preview" as const], gitBranch: "tides" };
    expect((await acme.env.create({ idOrName, body: branch })).failed).toEqual([]);
  });

  it("are made in lists as far as they can be, and the rest is told", async () => {
    const { acme } = world();
    const one = { value: "1", type: "plain" as const, target: ["production" as const] };
    const { created, failed } = await acme.env.create({
      idOrName,
      body: [
        { ...one, key: "PIER" },
        { ...one, key: "PIER" },
        { ...one, key: "HARBOUR_CITY" },
        { ...one, key: "7PIERS" },
        { ...one, key: "QUAY", target: [] },
        { ...one, key: "DOCK", type: "sensitive", target: ["development"] },
        { ...one, key: "CRANE", gitBranch: "tides" },
        { ...one, key: "BUOY", target: ["preview"], gitBranch: "tides" },
      ],
    });
    expect((created as { key: string }[]).map(({ key }) => key)).toEqual(["PIER", "BUOY"]);
    expect(failed.map(({ error: { key, code } }) => [key, code])).toEqual([
      ["PIER", "ENV_CONFLICT"],
      ["HARBOUR_CITY", "ENV_CONFLICT"],
      ["7PIERS", "INVALID_KEY"],
      ["QUAY", "MISSING_TARGET"],
      ["DOCK", "bad_request"],
      ["CRANE", "bad_request"],
    ]);
    expect((await acme.env.list({ idOrName })).envs).toHaveLength(5);
  });

  it("are refused with 400 for what is wrong with themselves, when they come alone", async () => {
    const { acme } = world();
    const body = { key: "PIER", value: "1", type: "plain" as const };
    const error = await failure(acme.env.create({ idOrName, body }));
    expect(isBadRequestError(error)).toBe(true);
    expect(error).toMatchObject({ body: { error: { code: "MISSING_TARGET", key: "PIER" } } });
    const customEnvironmentIds = ["env_5Tq9wLx2Nc7Rb4Km"];
    expect((await acme.env.create({ idOrName, body: { ...body, customEnvironmentIds } })).failed).toEqual([]);
  });

  it("are changed by upsert where the environments are the same", async () => {
    const { acme } = world();
    const target = ["preview" as const, "production" as const];
    const body = { key: "HARBOUR_CITY", value: "Kiel", type: "encrypted" as const, target };
    const { created } = await acme.env.create({ idOrName, upsert: "true", body });
    expect(created).toMatchObject({ id: "Xk4mQ9rT2vLb7sNw", type: "encrypted" });
    expect(await acme.env.get({ idOrName, id: "Xk4mQ9rT2vLb7sNw" })).toMatchObject({ value: "Kiel" });
    expect((await acme.env.list({ idOrName })).envs).toHaveLength(3);
    expect(created).not.toHaveProperty("comment");
  });

  it("take only their own environments from others by upsert, and what has none left goes", async () => {
    const { acme } = world();
    const upsert = (target: ("production" | "preview" | "development")[], value: string): Promise<unknown> =>
      acme.env.create({ idOrName, upsert: "true", body: { key: "HARBOUR_CITY", value, type: "plain", target } });
    const cities = async (): Promise<unknown[]> =>
      (await acme.env.list({ idOrName })).envs
        .filter(({ key }) => key === "HARBOUR_CITY")
        .map(({ value, target }) => [value, target]);
    await upsert(["preview"], "Kiel");
    expect(await cities()).toEqual([
      ["Hamburg", ["production"]],
      ["Kiel", ["preview"]],
    ]);
    await upsert(["production", "preview", "development"], "Bremen");
    expect(await cities()).toEqual([["Bremen", ["production", "preview", "development"]]]);
  });

  it("keep what a change does not name", async () => {
    const { acme, clock } = world();
    const id = "Pz8wC3nH6yJd1fRk";
    const before = await acme.env.get({ idOrName, id });
    clock.advance(1000);
    const shown = await acme.env.update({ idOrName, id, body: { gitBranch: null, comment: "For the tides" } });
    expect(shown).toMatchObject({ decrypted: false });
    const { gitBranch: _gone, ...kept } = before;
    expect(await acme.env.get({ idOrName, id })).toEqual({
      ...kept,
      comment: "For the tides",
      updatedBy: "5c8a3b2f9d4e1a7b6c0f2e1d",
      updatedAt: clock.now(),
    });
  });

  it("can't take the place of another by a change: 403, and nothing has changed", async () => {
    const { acme } = world();
    const id = "Bt5gV7xM2qSe9aLu";
    const error = await failure(acme.env.update({ idOrName, id, body: { key: "HARBOUR_CITY" } }));
    expect(error).toMatchObject({ status: 403, body: { error: { code: "ENV_CONFLICT" } } });
    expect((await acme.env.get({ idOrName, id })).key).toBe("TIDE_PASSWORD");
  });

  it("do not give a sensitive value away by another type", async () => {
    const { acme } = world();
    const id = "Bt5gV7xM2qSe9aLu";
    const error = await failure(acme.env.update({ idOrName, id, body: { type: "plain" } }));
    expect(error).toMatchObject({ status: 400, body: { error: { code: "NOT_DECRYPTABLE" } } });
    const open = await acme.env.update({ idOrName, id, body: { type: "plain", value: "open" } });
    expect(open).toMatchObject({ value: "open" });
    expect(open).not.toHaveProperty("visibility");
  });

  it("are checked after a change as when they are made", async () => {
    const { acme } = world();
    const id = "Pz8wC3nH6yJd1fRk";
    for (const body of [{ target: [] }, { target: ["production" as const] }, { key: "not a name" }])
      expect(isBadRequestError(await failure(acme.env.update({ idOrName, id, body })))).toBe(true);
  });

  it("are deleted one by one, and shown as they were", async () => {
    const { acme } = world();
    const id = "Pz8wC3nH6yJd1fRk";
    expect(await acme.env.delete({ idOrName, id })).toMatchObject({ id, key: "TIDE_API_KEY", decrypted: false });
    const error = await failure(acme.env.get({ idOrName, id }));
    expect(isNotFoundError(error)).toBe(true);
    expect(error).toMatchObject({ body: { error: { code: "not_found" } } });
  });

  it("lose a further environment alone, until it was the last", async () => {
    const { acme } = world();
    const { id: staging } = await acme.customEnvironments.get({ idOrName, environmentSlugOrId: "staging" });
    const { id: dock } = await acme.customEnvironments.create({ idOrName, body: { slug: "dock" } });
    const customEnvironmentIds = [staging, dock];
    const body = { key: "PIER", value: "7", type: "plain" as const, customEnvironmentIds };
    const { created } = await acme.env.create({ idOrName, body });
    const { id } = created as { id: string };
    const unknown = await failure(acme.env.delete({ idOrName, id, customEnvironmentId: "env_3" }));
    expect(isNotFoundError(unknown)).toBe(true);
    await acme.env.delete({ idOrName, id, customEnvironmentId: staging });
    expect((await acme.env.list({ idOrName, customEnvironmentId: staging })).envs).toEqual([]);
    expect((await acme.env.list({ idOrName, customEnvironmentId: dock })).envs).toMatchObject([{ id }]);
    await acme.env.delete({ idOrName, id, customEnvironmentId: dock });
    expect(isNotFoundError(await failure(acme.env.get({ idOrName, id })))).toBe(true);
  });

  it("are deleted in numbers, and ids of other projects are passed over", async () => {
    const { acme, own } = world();
    const ids = ["Xk4mQ9rT2vLb7sNw", "unknown", "Wn2jK8fD5hYp3cGz", "Pz8wC3nH6yJd1fRk", "Xk4mQ9rT2vLb7sNw"];
    const gone = { deleted: 2, ids: ["Xk4mQ9rT2vLb7sNw", "Pz8wC3nH6yJd1fRk"] };
    expect(await acme.env.deleteMany({ idOrName, body: { ids } })).toEqual(gone);
    expect((await acme.env.list({ idOrName })).envs.map(({ key }) => key)).toEqual(["TIDE_PASSWORD"]);
    expect((await own.env.list({ idOrName: "deck-log" })).envs).toHaveLength(1);
  });

  it("are of the project and the account that the path and the query name", async () => {
    const { acme, own } = world();
    const id = "Xk4mQ9rT2vLb7sNw";
    for (const call of [
      acme.env.get({ idOrName: "tide-table", id }),
      own.env.get({ idOrName, id }),
      own.env.list({ idOrName }),
      acme.env.delete({ idOrName: "tide-table", id }),
      acme.env.update({ idOrName: "deck-log", id, body: {} }),
    ])
      expect(isNotFoundError(await failure(call))).toBe(true);
    expect(await acme.env.get({ idOrName, id })).toMatchObject({ key: "HARBOUR_CITY" });
  });
});
