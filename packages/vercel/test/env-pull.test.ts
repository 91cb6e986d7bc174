import { createVercel, isNotFoundError, isRequestError } from "@fairlead/vercel";
import { pullEnv, pushEnv } from "@fairlead/vercel/helpers";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const production = { idOrName, target: "production" } as const;

describe.each(ways)("pullEnv, %s", (way) => {
  const world = useSandbox(way);

  it("gives values in plain text, and names those that nobody can read", async () => {
    const { acme, own } = world();
    expect(await pullEnv(acme.env, production)).toEqual({
      variables: { HARBOUR_CITY: "Hamburg" },
      unreadable: ["TIDE_PASSWORD"],
      hiddenCount: 0,
    });
    const { variables } = await pullEnv(own.env, { idOrName: "deck-log", target: "development" });
    expect(variables).toEqual({ LOG_LEVEL: "debug" });
  });

  it("gives the variables of a branch before those of all previews, and without it none of a branch", async () => {
    const { acme } = world();
    const target = ["preview" as const];
    await acme.env.create({ idOrName, body: { key: "TIDE_API_KEY", value: "of all", type: "encrypted", target } });
    const preview = { idOrName, target: "preview" } as const;
    const of = async (gitBranch?: string) =>
      (await pullEnv(acme.env, { ...preview, ...(gitBranch && { gitBranch }) })).variables.TIDE_API_KEY;
    expect([await of("tides"), await of("waves"), await of()]).toEqual(["not-a-real-key", "of all", "of all"]);
  });

  it("gives those of a further environment", async () => {
    const { acme } = world();
    const [quay, dock] = await Promise.all(
      ["quay", "dock"].map((slug) => acme.customEnvironments.create({ idOrName, body: { slug } })),
    );
    const of = async (customEnvironmentId = "") =>
      (await pullEnv(acme.env, { idOrName, customEnvironmentId })).variables;
    const pushed = await pushEnv(acme.env, { idOrName, customEnvironmentId: quay?.id ?? "" }, "PIER=7");
    expect(pushed.created).toEqual(["PIER"]);
    expect([await of(quay?.id), await of(dock?.id)]).toEqual([{ PIER: "7" }, {}]);
    const pruned = await pushEnv(acme.env, { idOrName, customEnvironmentId: quay?.id ?? "" }, "A=1", { prune: true });
    expect([pruned.pruned, await of(quay?.id)]).toEqual([["PIER"], { A: "1" }]);
  });

  it("refuses no environment, and a branch that is no preview's", async () => {
    const { acme } = world();
    for (const input of [
      { idOrName },
      { idOrName, customEnvironmentId: "" },
      { ...production, gitBranch: "tides" },
      { idOrName, target: "preview", gitBranch: "" },
      { idOrName, customEnvironmentId: "env_1", target: "preview", gitBranch: "tides" },
    ] as const)
      expect(isRequestError(await failure(pullEnv(acme.env, input)))).toBe(true);
    expect(isNotFoundError(await failure(pullEnv(acme.env, { ...production, idOrName: "no-such" })))).toBe(true);
  });
});

describe("pullEnv from a server that does not decrypt lists", () => {
  it("asks for each encrypted value by itself, with the team, and tells how many are hidden", async () => {
    const item = { type: "encrypted", target: "production", decrypted: false };
    const envs = [
      { ...item, id: "1", key: "A", value: "cipher" },
      { ...item, id: "2", key: "B", value: "cipher" },
      { ...item, id: "3", key: "C", type: "system", value: "" },
      { ...item, id: "4", key: "D", type: "plain", value: "plain", gitBranch: "" },
      { ...item, id: "5", key: "E", target: ["preview"], value: "cipher" },
    ];
    const urls: string[] = [];
    const fetch = async (url: string) => {
      const { pathname, search } = new URL(url);
      urls.push(pathname + search);
      if (pathname.endsWith("/env")) return Response.json({ envs, hiddenProductionEnvCount: 2 });
      const readable = pathname.endsWith("1") ? { decrypted: true, value: "text" } : { decrypted: false };
      return Response.json({ ...envs[Number(pathname.at(-1)) - 1], ...readable });
    };
    const vc = createVercel({ auth: "a-token-of-tests", fetch });
    expect(await pullEnv(vc.env, { ...production, slug: "acme" })).toEqual({
      variables: { A: "text", D: "plain" },
      unreadable: ["B", "C"],
      hiddenCount: 2,
    });
    expect(urls).toEqual([
      "/v10/projects/harbour-site/env?slug=acme&decrypt=true",
      "/v1/projects/harbour-site/env/1?slug=acme",
      "/v1/projects/harbour-site/env/2?slug=acme",
    ]);
  });
});

describe("pullEnv from a server with an order of its own", () => {
  const item = { type: "plain", target: ["preview"] };
  const envs = [
    { ...item, id: "1", key: "A", value: "of all" },
    { ...item, id: "2", key: "A", value: "of tides", gitBranch: "tides" },
    { ...item, id: "3", key: "B", value: "of tides", gitBranch: "tides" },
    { ...item, id: "4", key: "B", value: "of all" },
  ];

  it("prefers a branch whichever comes first, and counts what is hidden for production alone", async () => {
    const fetch = async () => Response.json({ envs, hiddenProductionEnvCount: 2 });
    const vc = createVercel({ auth: "a-token-of-tests", fetch });
    const none = { unreadable: [], hiddenCount: 0 };
    expect(await pullEnv(vc.env, { idOrName, target: "preview", gitBranch: "tides" })).toEqual({
      variables: { A: "of tides", B: "of tides" },
      ...none,
    });
    const all = { A: "of all", B: "of all" };
    expect(await pullEnv(vc.env, { idOrName, target: "preview" })).toEqual({ variables: all, ...none });
    expect(await pullEnv(vc.env, production)).toEqual({ variables: {}, unreadable: [], hiddenCount: 2 });
  });
});
