import { isBadRequestError, isConflictError, isNotFoundError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

describe.each(ways)("projects on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are those of the account that the call acts for", async () => {
    const { acme, own, client } = world();
    const names = async (api: typeof acme): Promise<string[]> =>
      (await api.projects.list()).projects.map(({ name }) => name);
    expect(await names(acme)).toEqual(["tide-table", "harbour-site"]);
    expect(await names(client({ teamId: "team_1a79a4d60de6718e8e5b326e" }))).toEqual(["tide-table", "harbour-site"]);
    expect(await names(own)).toEqual(["deck-log"]);
    const { id } = await acme.projects.get({ idOrName: "harbour-site" });
    for (const idOrName of ["harbour-site", id, "lamp"]) {
      const error = await failure(own.projects.get({ idOrName }));
      expect(isNotFoundError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "not_found" } } });
    }
  });

  it("begin with defaults, and are found by id and by name", async () => {
    const { acme, clock } = world();
    const project = await acme.projects.create({ body: { name: "pier-cam" } });
    expect(project).toMatchObject({
      name: "pier-cam",
      accountId: "team_1a79a4d60de6718e8e5b326e",
      framework: null,
      nodeVersion: "24.x",
      resourceConfig: { functionDefaultRegions: ["iad1"] },
      alias: [],
      env: [],
      latestDeployments: [],
      targets: {},
      live: false,
    });
    expect(project.id).toMatch(/^prj_[A-Za-z0-9]{24}$/);
    expect(project.createdAt).toBe(clock.now());
    expect(project.updatedAt).toBe(project.createdAt);
    expect(await acme.projects.get({ idOrName: project.id })).toEqual(project);
    expect(await acme.projects.get({ idOrName: "pier-cam" })).toEqual(project);
  });

  it("take a framework, settings, a repository and variables with them", async () => {
    const { acme } = world();
    const project = await acme.projects.create({
      body: {
        name: "pier-cam",
        framework: "vite",
        gitRepository: { type: "github", repo: "acme/pier-cam" },
        resourceConfig: { fluid: true },
        ssoProtection: { deploymentType: "preview" },
        environmentVariables: [
          { key: "PIER", value: "7", type: "plain", target: "preview" },
          { key: "CAMERA_KEY", value: "not-a-real-key", target: ["production", "preview"] },
        ],
      },
    });
    expect(project).toMatchObject({
      framework: "vite",
      resourceConfig: { functionDefaultRegions: ["iad1"], fluid: true },
      ssoProtection: { deploymentType: "preview" },
      link: { type: "github", org: "acme", repo: "pier-cam", productionBranch: "main", deployHooks: [] },
    });
    expect(project.env).toMatchObject([
      { key: "PIER", value: "7", target: ["preview"] },
      { key: "CAMERA_KEY", type: "encrypted", decrypted: false, target: ["production", "preview"] },
    ]);
    expect(JSON.stringify(project)).not.toContain("not-a-real-key");
    expect(JSON.stringify(project)).not.toContain("projectId");
  });

  it("name repositories as their host does", async () => {
    const { acme } = world();
    const link = async (type: "gitlab" | "bitbucket", repo: string): Promise<unknown> =>
      (await acme.projects.create({ body: { name: `of-${type}`, gitRepository: { type, repo } } })).link;
    expect(await link("gitlab", "acme/web/pier")).toMatchObject({ projectNameWithNamespace: "acme/web/pier" });
    expect(await link("bitbucket", "acme/pier")).toMatchObject({ owner: "acme", slug: "pier" });
  });

  it("are refused under a name that is taken in the account, but not under one of another account", async () => {
    const { acme, own } = world();
    const body = { name: "harbour-site" };
    const error = await failure(acme.projects.create({ body }));
    expect(isConflictError(error)).toBe(true);
    expect(error).toMatchObject({ body: { error: { code: "conflict" } } });
    expect(await own.projects.create({ body })).toMatchObject({ name: "harbour-site" });
  });

  it("are refused under a name, or with a repository, that can't be", async () => {
    const { acme } = world();
    for (const body of [
      { name: "Harbour" },
      { name: "a b" },
      { name: "pier---cam" },
      { name: "pier-cam", gitRepository: { type: "github", repo: "pier-cam" } as const },
    ]) {
      const error = await failure(acme.projects.create({ body }));
      expect(isBadRequestError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "bad_request" } } });
    }
  });

  it("are made with all of their variables or not at all", async () => {
    const { acme } = world();
    const one = { key: "PIER", value: "7", target: ["preview" as const] };
    const error = await failure(acme.projects.create({ body: { name: "pier-cam", environmentVariables: [one, one] } }));
    expect(error).toMatchObject({ status: 400, body: { error: { code: "ENV_CONFLICT", key: "PIER" } } });
    expect(isNotFoundError(await failure(acme.projects.get({ idOrName: "pier-cam" })))).toBe(true);
  });

  it("come in pages, newest first, also when many were made in one moment, by `from` and by the older `until`", async () => {
    const { acme, send } = world();
    const expected = ["harbour-site", "tide-table"];
    for (let number = 0; number < 45; number += 1) {
      await acme.projects.create({ body: { name: `p-${number}` } });
      expected.push(`p-${number}`);
    }
    expected.reverse();
    const walked: string[] = [];
    for await (const { name } of acme.projects.list()) walked.push(name);
    expect(walked).toEqual(expected);
    for (const [name, path] of [
      ["from", "/v10/projects"],
      ["until", "/v9/projects"],
    ]) {
      const found: string[] = [];
      let next = "";
      for (let page = 1; page <= 3; page += 1) {
        const { json } = await send("GET", `${path}?slug=acme${next && `&${name}=${next}`}`);
        const { projects, pagination } = json as Awaited<ReturnType<typeof acme.projects.list>>;
        found.push(...projects.map((project) => project.name));
        expect(pagination.count).toBe(page < 3 ? 20 : 7);
        next = String(pagination.next);
      }
      expect(next).toBe("null");
      expect(found).toEqual(expected);
    }
  });

  it("refuse a beginning of a page that no answer gave", async () => {
    const { acme } = world();
    for (const from of ["prj_x", "", "1e99"])
      expect(isBadRequestError(await failure(acme.projects.list({ from })))).toBe(true);
  });

  it("are found by a part of the name and by their repository", async () => {
    const { acme } = world();
    const names = async (query: Parameters<typeof acme.projects.list>[0]): Promise<string[]> =>
      (await acme.projects.list(query)).projects.map(({ name }) => name);
    await acme.projects.update({ idOrName: "tide-table", body: { gitForkProtection: false } });
    expect(await names({ search: "TIDE" })).toEqual(["tide-table"]);
    expect(await names({ repo: "harbour-site" })).toEqual(["harbour-site"]);
    expect(await names({ repo: "acme/harbour-site" })).toEqual(["harbour-site"]);
    expect(await names({ repo: "harbour" })).toEqual([]);
    expect(await names({ repoId: "814220" })).toEqual(["harbour-site"]);
    expect(await names({ repoUrl: "https://github.com/acme/harbour-site.git" })).toEqual(["harbour-site"]);
    expect(await names({ excludeRepos: "other, harbour-site" })).toEqual(["tide-table"]);
    expect(await names({ gitForkProtection: "0" })).toEqual(["tide-table"]);
    expect(await names({ gitForkProtection: "1" })).toEqual(["harbour-site"]);
    expect(await names({ buildMachineTypes: "turbo" })).toEqual([]);
    expect(await names({ buildMachineTypes: "turbo,default" })).toEqual(["tide-table", "harbour-site"]);
    expect(await names({ edgeConfigId: "ecfg_1" })).toEqual([]);
  });

  it("keep what a change does not name, and merge objects", async () => {
    const { acme, clock } = world();
    const about = { idOrName: "harbour-site" };
    const before = await acme.projects.get(about);
    clock.advance(1000);
    const after = await acme.projects.update({
      ...about,
      body: { buildCommand: "npm run build", resourceConfig: { fluid: false }, ssoProtection: null, framework: null },
    });
    expect(after).toEqual({
      ...before,
      buildCommand: "npm run build",
      resourceConfig: { ...before.resourceConfig, fluid: false },
      ssoProtection: null,
      framework: null,
      updatedAt: clock.now(),
    });
    expect(await acme.projects.get(about)).toEqual(after);
  });

  it("can't be given to others by a change, nor get another id", async () => {
    const { acme, send } = world();
    const { id, accountId, createdAt } = await acme.projects.get({ idOrName: "tide-table" });
    const foreign = { id: "prj_x", accountId: "team_9c2e7b1f4a8d3056e1b2c7f4", createdAt: 1, env: [], live: true };
    expect((await send("PATCH", `/v9/projects/${id}?slug=acme`, foreign)).status).toBe(200);
    expect(await acme.projects.get({ idOrName: id })).toMatchObject({ id, accountId, createdAt, live: false });
  });

  it("never show a password", async () => {
    const { acme } = world();
    const passwordProtection = { deploymentType: "preview" as const, password: "a-fictional-passphrase" };
    const project = await acme.projects.update({ idOrName: "tide-table", body: { passwordProtection } });
    expect(project.passwordProtection).toEqual({ deploymentType: "preview" });
    expect(JSON.stringify(project)).not.toContain("a-fictional-passphrase");
  });

  it("can be renamed, but not to the name of another", async () => {
    const { acme } = world();
    const { id } = await acme.projects.get({ idOrName: "tide-table" });
    const taken = { idOrName: "tide-table", body: { name: "harbour-site" } };
    expect(isConflictError(await failure(acme.projects.update(taken)))).toBe(true);
    expect((await acme.projects.update({ idOrName: id, body: { name: "tide-table" } })).name).toBe("tide-table");
    await acme.projects.update({ idOrName: "tide-table", body: { name: "tides" } });
    expect((await acme.projects.get({ idOrName: "tides" })).id).toBe(id);
    expect(isNotFoundError(await failure(acme.projects.get({ idOrName: "tide-table" })))).toBe(true);
  });

  it("take what belongs to them along when they are deleted", async () => {
    const { acme, own, api } = world();
    const { id: projectId } = await acme.projects.get({ idOrName: "harbour-site" });
    expect(isNotFoundError(await failure(own.projects.delete({ idOrName: projectId })))).toBe(true);
    const held = (): number[] =>
      ["EnvVar", "ProjectDomain", "Deployment"].map((type) => api.vercel.store.list(type, { projectId }).length);
    expect(Math.min(...held())).toBeGreaterThan(0);
    expect(await acme.projects.delete({ idOrName: "harbour-site" })).toBeUndefined();
    expect(held()).toEqual([0, 0, 0]);
    expect(isNotFoundError(await failure(acme.projects.delete({ idOrName: "harbour-site" })))).toBe(true);
    expect(isNotFoundError(await failure(acme.env.list({ idOrName: "harbour-site" })))).toBe(true);
    expect(await acme.projects.create({ body: { name: "harbour-site" } })).toMatchObject({ env: [], targets: {} });
  });

  it("of the documents' examples is in production, with a domain, a deployment under way and a variable of each kind", async () => {
    const { acme } = world();
    const project = await acme.projects.get({ idOrName: "harbour-site" });
    expect(project).toMatchObject({ id: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N", live: true, framework: "nextjs" });
    expect(project.targets?.production?.id).toBe("dpl_4Rk9zTf2QwE7xUa5mNc8vBj3");
    expect(project.latestDeployments?.map(({ id }) => id)).toContain("dpl_8Jm2yPd6WsC4hLx9aVt1qZn5");
    expect(project.alias.map(({ domain }) => domain)).toContain("harbour.example.com");
    expect(project.env?.map(({ type }) => type)).toEqual(["plain", "encrypted", "sensitive"]);
  });

  it("show their addresses and their deployments as they are now", async () => {
    const { acme, api, clock } = world();
    const { id: projectId } = await acme.projects.create({ body: { name: "pier-cam" } });
    const { store } = api.vercel;
    const deployment = { ...store.get("Deployment", "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3"), id: undefined, projectId };
    const deploy = (number: number, members: object): unknown =>
      store.create("Deployment", { ...deployment, url: `pier-${number}.example.app`, ...members }).id;
    const first = deploy(1, {});
    const second = deploy(2, {});
    const staged = deploy(3, { readySubstate: "STAGED" });
    const next = deploy(4, { target: null, branch: "next" });
    const other = deploy(5, { target: null, branch: "other" });
    const broken = deploy(6, { target: null, branch: "next", readyState: "ERROR" });
    const failed = deploy(7, { readyState: "ERROR" });
    const canceled = deploy(8, { canceledAt: clock.now() });
    for (const body of [
      { name: "pier.example.com" },
      { name: "next.example.com", gitBranch: "next" },
      { name: "www.example.com", redirect: "pier.example.com" },
      { name: "waits.example.org" },
    ])
      await acme.projectDomains.create({ idOrName: projectId, body });
    const project = await acme.projects.get({ idOrName: projectId });
    expect(project.latestDeployments?.map(({ id }) => id)).toEqual([
      ...[canceled, failed, broken, other],
      ...[next, staged, second, first],
    ]);
    expect(project.latestDeployments?.map(({ readyState }) => readyState).slice(0, 3)).toEqual([
      "CANCELED",
      "ERROR",
      "ERROR",
    ]);
    expect(Object.keys(project.targets ?? {})).toEqual(["production"]);
    expect(project.targets?.production).toMatchObject({
      id: second,
      deploymentHostname: "pier-2",
      private: false,
      creator: { uid: "5c8a3b2f9d4e1a7b6c0f2e1d", email: "deckhand@example.com" },
      buildingAt: expect.any(Number),
      readyAt: expect.any(Number),
      teamId: "team_1a79a4d60de6718e8e5b326e",
    });
    expect(project.live).toBe(true);
    expect(project.alias.map((one) => [one.domain, one.environment, one.redirect, one.deployment?.id])).toEqual([
      ["pier.example.com", "production", null, second],
      ["next.example.com", "preview", null, next],
      ["www.example.com", "production", "pier.example.com", undefined],
    ]);
  });
});
