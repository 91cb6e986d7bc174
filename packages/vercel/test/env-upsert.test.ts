import { inspect } from "node:util";
import {
  isBadRequestError,
  isNotFoundError,
  isPermissionDeniedError,
  isRequestError,
  isServerError,
} from "@fairlead/vercel";
import { envCalls, isEnvUpsertError, type NewEnvVar, upsertEnv } from "@fairlead/vercel/helpers";
import { describe, expect, it } from "vitest";
import { createVercelCore } from "../src/operations.ts";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const hidden = "hidden-value-0123456789";

/** All that an error shows. */
const shown = (error: unknown) =>
  [String(error), JSON.stringify(error), inspect(error, { depth: 9 }), Object(error).stack].join("\n");

describe.each(ways)("upsertEnv, %s", (way) => {
  const world = useSandbox(way);

  it("makes what is new and changes what is there, in chunks of 100", async () => {
    const { acme, client } = world();
    let requests = 0;
    const counted = client({ slug: "acme" });
    const calls = {
      ...counted.env,
      create: (...given: Parameters<typeof counted.env.create>) => {
        requests += 1;
        return counted.env.create(...given);
      },
    };
    const variables: NewEnvVar[] = Array.from({ length: 205 }, (_, index) => ({
      key: `PIER_${index}`,
      value: `${index}`,
      type: "plain",
      target: ["preview"],
    }));
    const city: NewEnvVar = { key: "HARBOUR_CITY", value: "Kiel", type: "plain", target: ["production", "preview"] };
    const set = await upsertEnv(calls, { idOrName, variables: [...variables, city] });
    expect(requests).toBe(3);
    expect(set).toHaveLength(206);
    const { envs } = await acme.env.list({ idOrName });
    expect(envs.find(({ key }) => key === "PIER_204")).toMatchObject({ value: "204" });
    expect(envs.filter(({ key }) => key === "HARBOUR_CITY")).toMatchObject([{ value: "Kiel" }]);
  });

  it("names by their keys those that are refused, keeps the others, and shows no value", async () => {
    const { acme } = world();
    const item = { value: hidden, type: "encrypted", target: ["production"] } satisfies Partial<NewEnvVar>;
    const variables: NewEnvVar[] = [
      { ...item, key: "PIER" },
      { ...item, key: "7PIERS" },
      { ...item, key: "QUAY", target: [] },
    ];
    const error = await failure(upsertEnv(acme.env, { idOrName, variables }));
    if (!isEnvUpsertError(error)) throw error;
    expect(error.failed).toEqual([
      { key: "7PIERS", code: "INVALID_KEY" },
      { key: "QUAY", code: "MISSING_TARGET" },
    ]);
    expect([error.done, error.left]).toEqual([["PIER"], []]);
    expect(error.message).toContain("1 of 3 variables were set; refused: 7PIERS (INVALID_KEY), QUAY (MISSING_TARGET)");
    expect(shown(error)).not.toContain(hidden);
    expect((await acme.env.list({ idOrName })).envs.some(({ key }) => key === "PIER")).toBe(true);
  });

  it("names a value that is too long, for which the whole request is refused", async () => {
    const { acme } = world();
    const item = { type: "plain", target: ["production"] } satisfies Partial<NewEnvVar>;
    const variables: NewEnvVar[] = ["PIER", "LONG", "QUAY"].map((key) => ({
      ...item,
      key,
      value: (key === "LONG" ? "x" : "").repeat(65_537),
    }));
    const error = await failure(upsertEnv(acme.env, { idOrName, variables }));
    if (!isEnvUpsertError(error)) throw error;
    expect([error.done.toSorted(), error.failed]).toEqual([["PIER", "QUAY"], [{ key: "LONG", code: "bad_request" }]]);
  });

  it("refuses twins before anything is sent, and sends nothing where there is nothing", async () => {
    const { acme } = world();
    const item = { key: "PIER", value: hidden, type: "plain" } as const;
    const before = await acme.env.list({ idOrName });
    for (const twins of [
      [
        { ...item, target: ["production"] },
        { ...item, target: ["preview", "production"] },
      ],
      [
        { ...item, customEnvironmentIds: ["env_1"] },
        { ...item, customEnvironmentIds: ["env_1"] },
      ],
      [
        { ...item, target: ["preview"], gitBranch: "tides" },
        { ...item, target: ["preview"], gitBranch: "tides" },
      ],
    ] as NewEnvVar[][]) {
      const error = await failure(upsertEnv(acme.env, { idOrName, variables: twins }));
      expect(isRequestError(error)).toBe(true);
      expect(shown(error)).not.toContain(hidden);
    }
    expect(await upsertEnv(acme.env, { idOrName, variables: [] })).toEqual([]);
    expect(await acme.env.list({ idOrName })).toEqual(before);
    const apart: NewEnvVar[] = [
      { ...item, target: ["preview"], gitBranch: "tides" },
      { ...item, target: ["preview"] },
      { ...item, target: ["production"] },
    ];
    expect(await upsertEnv(acme.env, { idOrName, variables: apart })).toHaveLength(3);
  });

  it("throws what the first request throws: nothing was done", async () => {
    const { acme } = world();
    const variables: NewEnvVar[] = [{ key: "PIER", value: "1", type: "plain", target: ["preview"] }];
    expect(isNotFoundError(await failure(upsertEnv(acme.env, { idOrName: "no-such", variables })))).toBe(true);
  });
});

describe("upsertEnv that is cut off", () => {
  it("tells what was set, what was refused, and what nobody knows", async () => {
    let requests = 0;
    const fetch = async (_url: string, init?: RequestInit) => {
      requests += 1;
      if (requests === 2)
        return Response.json({ error: { code: "internal_server_error", message: "x" } }, { status: 500 });
      const body = JSON.parse(String(init?.body)) as NewEnvVar[];
      const created = body.slice(1).map((one, index) => ({ ...one, id: `id${index}` }));
      return Response.json(
        { created, failed: [{ error: { code: "ENV_CONFLICT", message: hidden } }] },
        { status: 201 },
      );
    };
    const core = createVercelCore({ auth: "a-token-of-tests", fetch, retry: false });
    const variables = Array.from({ length: 150 }, (_, index) => {
      return { key: `K${index}`, value: hidden, type: "encrypted", target: ["production"] } satisfies NewEnvVar;
    });
    const error = await failure(upsertEnv(envCalls(core), { idOrName, variables }));
    if (!isEnvUpsertError(error)) throw error;
    expect(error.done).toEqual(variables.slice(1, 100).map(({ key }) => key));
    expect(error.failed).toEqual([{ key: "K0", code: "ENV_CONFLICT" }]);
    expect(error.left).toEqual(variables.slice(100).map(({ key }) => key));
    expect(isServerError(error.cause)).toBe(true);
    expect(shown(error)).not.toContain(hidden);
  });
});

describe("upsertEnv on a server that refuses whole requests", () => {
  /** Sets variables on a server that answers 400 where a key is bad, and tells how often it was asked. */
  const upserted = async (
    keys: readonly string[],
    isBad: (key: string) => boolean,
    refusal: (key: string) => object,
    status = 400,
  ) => {
    let requests = 0;
    const fetch = async (_url: string, init?: RequestInit) => {
      requests += 1;
      const body = JSON.parse(String(init?.body)) as NewEnvVar[];
      const bad = body.find(({ key }) => isBad(key));
      if (bad) return Response.json({ error: refusal(bad.key) }, { status });
      return Response.json({ created: body.map((one) => ({ ...one, id: one.key })), failed: [] }, { status: 201 });
    };
    const core = createVercelCore({ auth: "a-token-of-tests", fetch, retry: false });
    const variables = keys.map((key): NewEnvVar => ({ key, value: hidden, type: "plain", target: ["preview"] }));
    const error = await failure(upsertEnv(envCalls(core), { idOrName, variables }));
    if (!isEnvUpsertError(error)) throw error;
    expect(shown(error)).not.toContain(hidden);
    return { error, requests };
  };
  const keys = Array.from({ length: 100 }, (_, index) => `K${index}`);
  const isBad = (key: string) => key === "K3" || key === "K77";

  it("sends the rest again without those that it names", async () => {
    const { error, requests } = await upserted(keys, isBad, (key) => ({ code: "INVALID_KEY", message: hidden, key }));
    expect(error.failed).toEqual([
      { key: "K3", code: "INVALID_KEY" },
      { key: "K77", code: "INVALID_KEY" },
    ]);
    expect([error.done, requests]).toEqual([keys.filter((key) => !isBad(key)), 3]);
    expect(isBadRequestError(error.cause)).toBe(true);
  });

  it("finds by halves those that it does not name", async () => {
    const { error, requests } = await upserted(keys, isBad, () => ({ code: `no word: ${hidden}`, message: hidden }));
    expect(error.failed).toEqual([
      { key: "K3", code: "unknown" },
      { key: "K77", code: "unknown" },
    ]);
    expect(error.done.toSorted()).toEqual(keys.filter((key) => !isBad(key)).toSorted());
    expect(requests).toBeLessThan(32);
  });

  it("names all of them where all are refused, and a single one too", async () => {
    for (const some of [keys.slice(0, 7), ["K0"]]) {
      const { error } = await upserted(
        some,
        () => true,
        () => ({ code: "bad_request", message: "x" }),
      );
      expect([error.done, error.failed.map(({ key }) => key), error.left]).toEqual([[], some, []]);
    }
  });

  it("does so for each status that may be because of a variable, and for no other 403", async () => {
    const taken = (key: string) => ({ code: "ENV_CONFLICT", message: hidden, envVarKey: key });
    for (const status of [400, 403, 409, 422]) {
      const { error } = await upserted(["A", "K3"], isBad, taken, status);
      expect([error.done, error.failed]).toEqual([["A"], [{ key: "K3", code: "ENV_CONFLICT" }]]);
    }
    const forbidden = () => ({ code: "forbidden", message: "x" });
    const error = await failure(upserted(["A", "K3"], isBad, forbidden, 403));
    expect(isPermissionDeniedError(error)).toBe(true);
  });
});
