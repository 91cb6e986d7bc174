import { inspect } from "node:util";
import { createVercel, isRequestError } from "@fairlead/vercel";
import { isEnvFileError, isEnvUpsertError, pullEnv, pushEnv } from "@fairlead/vercel/helpers";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const production = { idOrName, target: "production" } as const;
const hidden = "hidden-value-0123456789";

/** All that an error shows. */
const shown = (error: unknown) =>
  [String(error), JSON.stringify(error), inspect(error, { depth: 9 }), Object(error).stack].join("\n");

describe.each(ways)("pushEnv, %s", (way) => {
  const world = useSandbox(way);
  const nothing = { created: [], updated: [], unchanged: [], failed: [], pruned: [], duplicates: [] };

  it("sends what is new or different and nothing else", async () => {
    const { acme } = world();
    const sent: unknown[] = [];
    const calls = {
      ...acme.env,
      create: (...given: Parameters<typeof acme.env.create>) => {
        sent.push([given[0].body].flat().map(({ key, type, target, comment }) => ({ key, type, target, comment })));
        return acme.env.create(...given);
      },
    };
    const text = 'HARBOUR_CITY=Hamburg\nTIDE_PASSWORD=new\nKEY="-----BEGIN\nA=B\n-----END"\nEMPTY=\n';
    const result = await pushEnv(calls, production, text);
    expect(result).toEqual({
      ...nothing,
      created: ["KEY", "EMPTY"],
      updated: ["TIDE_PASSWORD"],
      unchanged: ["HARBOUR_CITY"],
    });
    const target = ["production"];
    expect(sent).toEqual([
      [
        { key: "TIDE_PASSWORD", type: "sensitive", target, comment: undefined },
        { key: "KEY", type: "encrypted", target, comment: undefined },
        { key: "EMPTY", type: "encrypted", target, comment: undefined },
      ],
    ]);
    const again = await pushEnv(calls, production, text);
    // Nobody can tell whether a sensitive one is the same.
    expect(again).toEqual({ ...nothing, updated: ["TIDE_PASSWORD"], unchanged: ["HARBOUR_CITY", "KEY", "EMPTY"] });
    const { variables } = await pullEnv(acme.env, production);
    expect(variables).toEqual({ EMPTY: "", HARBOUR_CITY: "Hamburg", KEY: "-----BEGIN\nA=B\n-----END" });
  });

  it("takes only its own environments from a variable that others share, and keeps its comment", async () => {
    const { acme } = world();
    expect((await pushEnv(acme.env, production, "HARBOUR_CITY=Kiel")).updated).toEqual(["HARBOUR_CITY"]);
    const { envs } = await acme.env.list({ idOrName });
    expect(envs.filter(({ key }) => key === "HARBOUR_CITY")).toMatchObject([
      { value: "Hamburg", target: ["preview"], comment: "Shown in the title" },
      { value: "Kiel", target: ["production"], comment: "Shown in the title", type: "plain" },
    ]);
  });

  it("makes one variable for several targets, and is unchanged only where all of them have the value", async () => {
    const { acme } = world();
    const both = { idOrName, target: ["production", "preview"] } as const;
    expect((await pushEnv(acme.env, both, "HARBOUR_CITY=Hamburg\nPIER=7")).unchanged).toEqual(["HARBOUR_CITY"]);
    const all = { idOrName, target: ["production", "preview", "development"] } as const;
    expect((await pushEnv(acme.env, all, "PIER=7\nPIER_2=7")).updated).toEqual(["PIER"]);
    const { envs } = await acme.env.list({ idOrName });
    const pier = envs.filter(({ key }) => key === "PIER");
    expect(pier).toMatchObject([{ target: ["production", "preview", "development"] }]);
    expect((await pushEnv(acme.env, production, "PIER=7")).unchanged).toEqual(["PIER"]);
  });

  it("has the wished type, and a readable value of another type is no unchanged one", async () => {
    const { acme } = world();
    const text = "HARBOUR_CITY=Hamburg";
    expect((await pushEnv(acme.env, production, text, { type: "plain" })).unchanged).toEqual(["HARBOUR_CITY"]);
    expect((await pushEnv(acme.env, production, text, { type: "sensitive" })).updated).toEqual(["HARBOUR_CITY"]);
    expect((await pullEnv(acme.env, production)).unreadable).toEqual(["HARBOUR_CITY", "TIDE_PASSWORD"]);
  });

  it("reports what is refused by key, code and line, and what stands in the file twice; the last one counts", async () => {
    const { acme } = world();
    const text = `# Piers\nPIER=${hidden}\n\n7PIERS=${hidden}\nPIER=8\nMY-PIER=1\n`;
    const result = await pushEnv(acme.env, production, text);
    expect(result).toEqual({
      ...nothing,
      created: ["PIER"],
      failed: [
        { key: "7PIERS", code: "INVALID_KEY", line: 4 },
        { key: "MY-PIER", code: "INVALID_KEY", line: 6 },
      ],
      duplicates: [{ key: "PIER", lines: [2, 5] }],
    });
    expect(JSON.stringify(result)).not.toContain(hidden);
    expect((await pullEnv(acme.env, production)).variables.PIER).toBe("8");
    const sensitive = await pushEnv(acme.env, { idOrName, target: "development" }, "A=1", { type: "sensitive" });
    expect(sensitive.failed).toEqual([{ key: "A", code: "bad_request", line: 1 }]);
  });

  it("prunes what is not in the file: only there, and nothing of integrations", async () => {
    const { acme, api } = world();
    const { store } = api.vercel;
    const target = ["production" as const];
    for (const key of ["PIER", "QUAY"])
      await acme.env.create({ idOrName, body: { key, value: "1", type: "plain", target } });
    const [quay] = store.list("EnvVar", { key: "QUAY" });
    if (quay === undefined) throw new Error("It was not made.");
    store.update("EnvVar", quay, { configurationId: "icfg_1" });
    const { pruned } = await pushEnv(acme.env, production, "TIDE_PASSWORD=x", { prune: true });
    expect([...pruned].sort()).toEqual(["HARBOUR_CITY", "PIER"]);
    const { envs } = await acme.env.list({ idOrName });
    const left = envs.map(({ key, target: where }) => [key, where]);
    expect(left.sort()).toEqual([
      ["HARBOUR_CITY", ["preview"]],
      ["QUAY", ["production"]],
      ["TIDE_API_KEY", ["preview"]],
      ["TIDE_PASSWORD", ["production"]],
    ]);
  });

  it("does not take the variable of a branch for that of all previews", async () => {
    const { acme } = world();
    const text = "TIDE_API_KEY=not-a-real-key";
    const all = await pushEnv(acme.env, { idOrName, target: "preview" }, text);
    expect(all).toEqual({ ...nothing, created: ["TIDE_API_KEY"] });
    const branch = await pushEnv(acme.env, { idOrName, target: "preview", gitBranch: "tides" }, text);
    expect(branch).toEqual({ ...nothing, unchanged: ["TIDE_API_KEY"] });
  });

  it("prunes for a branch only what is the branch's", async () => {
    const { acme } = world();
    const { pruned } = await pushEnv(acme.env, { idOrName, target: "preview", gitBranch: "tides" }, "A=1", {
      prune: true,
    });
    expect(pruned).toEqual(["TIDE_API_KEY"]);
    expect((await pullEnv(acme.env, { idOrName, target: "preview" })).variables).toEqual({ HARBOUR_CITY: "Hamburg" });
  });

  it("prunes nothing where something was refused, and not at all by an empty file", async () => {
    const { acme } = world();
    const before = await acme.env.list({ idOrName });
    expect(await pushEnv(acme.env, production, "7PIERS=1", { prune: true })).toMatchObject({ pruned: [] });
    expect(isRequestError(await failure(pushEnv(acme.env, production, "# A=1\n", { prune: true })))).toBe(true);
    expect(await acme.env.list({ idOrName })).toEqual(before);
  });

  it("tells in a dry run what would be, and changes nothing", async () => {
    const { acme } = world();
    const before = await acme.env.list({ idOrName });
    const text = "PIER=7\nTIDE_PASSWORD=new\n";
    const dry = await pushEnv(acme.env, production, text, { prune: true, dryRun: true });
    expect(dry).toEqual({ ...nothing, created: ["PIER"], updated: ["TIDE_PASSWORD"], pruned: ["HARBOUR_CITY"] });
    expect(await acme.env.list({ idOrName })).toEqual(before);
    expect(await pushEnv(acme.env, production, text, { prune: true })).toEqual(dry);
  });

  it("sends nothing of a file with a line that is no variable", async () => {
    const { acme } = world();
    const before = await acme.env.list({ idOrName });
    const error = await failure(pushEnv(acme.env, production, `PIER=7\nB="${hidden}\n`));
    expect(isEnvFileError(error) && [error.kind, error.line]).toEqual(["malformed", 2]);
    expect(shown(error)).not.toContain(hidden);
    expect(await acme.env.list({ idOrName })).toEqual(before);
  });
});

describe("pushEnv that is cut off", () => {
  it("throws and prunes nothing: of some variables nobody knows", async () => {
    const requests: string[] = [];
    const fetch = async (url: string, init?: RequestInit) => {
      requests.push(`${init?.method} ${new URL(url).pathname}`);
      if (init?.method === "GET")
        return Response.json({ envs: [{ id: "1", key: "OLD", type: "plain", target: "production" }] });
      if (requests.length > 2) return Response.json({}, { status: 500 });
      const body = JSON.parse(String(init?.body)) as { key: string }[];
      return Response.json({ created: body.map((one) => ({ ...one, id: one.key })), failed: [] }, { status: 201 });
    };
    const vc = createVercel({ auth: "a-token-of-tests", fetch, retry: false });
    const keys = Array.from({ length: 101 }, (_, index) => `K${index}`);
    const text = keys.map((key) => `${key}=1`).join("\n");
    const error = await failure(pushEnv(vc.env, production, text, { prune: true }));
    if (!isEnvUpsertError(error)) throw new Error(`It did not fail so: ${error}`);
    expect([error.done.length, error.left]).toEqual([100, ["K100"]]);
    const path = "/v10/projects/harbour-site/env";
    expect(requests).toEqual([`GET ${path}`, `POST ${path}`, `POST ${path}`]);
  });
});
