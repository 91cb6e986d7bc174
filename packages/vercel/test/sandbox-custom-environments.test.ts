import { isBadRequestError, isNotFoundError, type Vercel } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const staging = "env_5Tq9wLx2Nc7Rb4Km";
const files = [{ file: "index.html", data: "<h1>7</h1>" }];

describe.each(ways)("custom environments on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are listed with how many there may be, and found by id or slug", async () => {
    const { acme } = world();
    const { accountLimit, environments } = await acme.customEnvironments.list({ idOrName });
    expect(accountLimit).toEqual({ total: 12 });
    expect(environments).toMatchObject([{ id: staging, slug: "staging", type: "preview", domains: [] }]);
    for (const environmentSlugOrId of [staging, "staging"])
      expect(await acme.customEnvironments.get({ idOrName, environmentSlugOrId })).toEqual(environments[0]);
    expect(environments[0]).not.toHaveProperty("projectId");
    expect(await acme.projects.get({ idOrName })).toMatchObject({ customEnvironments: environments });
    expect((await acme.customEnvironments.list({ idOrName: "tide-table" })).environments).toEqual([]);
  });

  it("are not found in another project or account, and those that every project has are none", async () => {
    const { acme, own } = world();
    const calls = [
      acme.customEnvironments.get({ idOrName: "tide-table", environmentSlugOrId: staging }),
      acme.customEnvironments.get({ idOrName, environmentSlugOrId: "production" }),
      acme.customEnvironments.update({ idOrName: "tide-table", environmentSlugOrId: "staging", body: {} }),
      acme.customEnvironments.delete({ idOrName: "tide-table", environmentSlugOrId: staging }),
      own.customEnvironments.get({ idOrName, environmentSlugOrId: staging }),
      own.customEnvironments.list({ idOrName }),
      own.customEnvironments.create({ idOrName, body: { slug: "dock" } }),
    ];
    for (const error of await Promise.all(calls.map(failure))) {
      expect(isNotFoundError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "not_found" } } });
    }
  });

  it("are listed by branch as their rules say", async () => {
    const { acme } = world();
    const make = (slug: string, branchMatcher?: { type: "startsWith" | "endsWith"; pattern: string }) =>
      acme.customEnvironments.create({ idOrName, body: { slug, ...(branchMatcher && { branchMatcher }) } });
    await make("release", { type: "startsWith", pattern: "release/" });
    await make("hotfix", { type: "endsWith", pattern: "-hotfix" });
    await make("by-hand");
    const slugs = async (gitBranch: string): Promise<string[]> =>
      (await acme.customEnvironments.list({ idOrName, gitBranch })).environments.map(({ slug }) => slug);
    expect(await slugs("staging")).toEqual(["staging"]);
    expect(await slugs("staging-2")).toEqual([]);
    expect(await slugs("release/7-hotfix")).toEqual(["release", "hotfix"]);
    expect(await slugs("pre-release/7")).toEqual([]);
  });

  it("are made with the variables of another environment, which then are their own", async () => {
    const { acme } = world();
    const body = { slug: "dock", description: "For the dockers", copyEnvVarsFrom: "production" };
    const { id } = await acme.customEnvironments.create({ idOrName, body });
    expect(id).toMatch(/^env_[A-Za-z0-9]{16}$/);
    const copies = await acme.env.list({ idOrName, customEnvironmentSlug: "dock", decrypt: "true" });
    expect(copies.envs).toMatchObject([
      { key: "HARBOUR_CITY", value: "Hamburg", target: [], customEnvironmentIds: [id], updatedBy: null },
      { key: "TIDE_PASSWORD", type: "sensitive", value: "", target: [], customEnvironmentIds: [id] },
    ]);
    await acme.env.update({ idOrName, id: "Xk4mQ9rT2vLb7sNw", body: { value: "Kiel" } });
    expect(await acme.env.list({ idOrName, customEnvironmentSlug: "dock", decrypt: "true" })).toEqual(copies);
    const again = { slug: "pier", copyEnvVarsFrom: "dock" };
    const pier = await acme.customEnvironments.create({ idOrName, body: again });
    const { envs } = await acme.env.list({ idOrName, customEnvironmentId: pier.id });
    expect(envs.map(({ key }) => key)).toEqual(["HARBOUR_CITY", "TIDE_PASSWORD"]);
  });

  it("do not get what only previews of one branch have", async () => {
    const { acme } = world();
    await acme.customEnvironments.create({ idOrName, body: { slug: "dock", copyEnvVarsFrom: "preview" } });
    const { envs } = await acme.env.list({ idOrName, customEnvironmentSlug: "dock" });
    expect(envs.map(({ key }) => key)).toEqual(["HARBOUR_CITY"]);
  });

  it("are not made from an environment that is not there, and nothing is left of them", async () => {
    const { acme } = world();
    const body = { slug: "dock", copyEnvVarsFrom: "dock" };
    const taken = { slug: "dock", copyEnvVarsFrom: "nowhere" };
    expect(isBadRequestError(await failure(acme.customEnvironments.create({ idOrName, body: taken })))).toBe(true);
    expect((await acme.customEnvironments.list({ idOrName })).environments).toHaveLength(1);
    // The new one is there when it looks, and has nothing to copy.
    expect(await acme.customEnvironments.create({ idOrName, body })).toMatchObject({ slug: "dock" });
  });

  it("have a slug that no other environment of the project has and that can be in a host", async () => {
    const { acme } = world();
    const make = (slug: string, project = idOrName) =>
      acme.customEnvironments.create({ idOrName: project, body: { slug } });
    for (const slug of ["staging", "production", "preview", "development", "", "Dock", "dock 7", "-dock"]) {
      const error = await failure(make(slug));
      expect(isBadRequestError(error)).toBe(true);
      expect(error).toMatchObject({ body: { error: { code: "bad_request" } } });
    }
    expect(await make("staging", "tide-table")).toMatchObject({ slug: "staging" });
    const change = (slug: string) =>
      acme.customEnvironments.update({ idOrName, environmentSlugOrId: staging, body: { slug } });
    await make("dock");
    for (const slug of ["dock", "preview"]) expect(isBadRequestError(await failure(change(slug)))).toBe(true);
    expect(await change("staging")).toMatchObject({ id: staging, slug: "staging" });
  });

  it("are twelve in a project at most: 402", async () => {
    const { acme } = world();
    for (let number = 2; number <= 12; number += 1)
      await acme.customEnvironments.create({ idOrName, body: { slug: `dock-${number}` } });
    const error = await failure(acme.customEnvironments.create({ idOrName, body: { slug: "dock-13" } }));
    expect(error).toMatchObject({ status: 402, body: { error: { code: "upgrade_required" } } });
  });

  it("keep what a change does not name, and lose their rule by null", async () => {
    const { acme, clock } = world();
    const before = await acme.customEnvironments.get({ idOrName, environmentSlugOrId: staging });
    clock.advance(1000);
    const update = (body: Parameters<Vercel["customEnvironments"]["update"]>[0]["body"]) =>
      acme.customEnvironments.update({ idOrName, environmentSlugOrId: "staging", body });
    const { branchMatcher: _gone, ...kept } = before;
    expect(await update({ branchMatcher: null, description: "" })).toEqual({
      ...kept,
      description: "",
      updatedAt: clock.now(),
    });
    expect(await update({ slug: "dock" })).toMatchObject({ id: staging, slug: "dock" });
    expect(isNotFoundError(await failure(update({})))).toBe(true);
  });

  it("are where variables may be, and unknown ones are refused", async () => {
    const { acme } = world();
    const body = { key: "PIER", value: "7", type: "plain" as const };
    const { created } = await acme.env.create({
      idOrName,
      body: { ...body, customEnvironmentIds: [staging, staging] },
    });
    expect(created).toMatchObject({ target: [], customEnvironmentIds: [staging] });
    const { id } = created as { id: string };
    const other = await acme.customEnvironments.create({ idOrName: "tide-table", body: { slug: "dock" } });
    for (const unknown of ["env_unknown", "staging", other.id]) {
      const error = await failure(acme.env.create({ idOrName, body: { ...body, customEnvironmentIds: [unknown] } }));
      expect(isBadRequestError(error)).toBe(true);
      const change = { customEnvironmentIds: [staging, unknown] };
      expect(isBadRequestError(await failure(acme.env.update({ idOrName, id, body: change })))).toBe(true);
    }
    const twice = await failure(acme.env.create({ idOrName, body: { ...body, customEnvironmentIds: [staging] } }));
    expect(twice).toMatchObject({ status: 403, body: { error: { code: "ENV_CONFLICT", envVarId: id } } });
    for (const customEnvironmentSlug of ["staging", "unknown"])
      expect((await acme.env.list({ idOrName, customEnvironmentSlug })).envs.map((one) => one.id)).toEqual(
        customEnvironmentSlug === "staging" ? [id] : [],
      );
  });

  it("have domains of the project, and unknown ones are refused", async () => {
    const { acme } = world();
    const name = "staging.harbour.example.com";
    const unknown = { name, customEnvironmentId: "env_unknown" };
    expect(isBadRequestError(await failure(acme.projectDomains.create({ idOrName, body: unknown })))).toBe(true);
    const made = await acme.projectDomains.create({ idOrName, body: { name, customEnvironmentId: staging } });
    expect(made).toMatchObject({ customEnvironmentId: staging, verified: true });
    const { domains } = await acme.customEnvironments.get({ idOrName, environmentSlugOrId: staging });
    expect(domains).toEqual([made]);
    const { alias } = await acme.projects.get({ idOrName });
    expect(alias.find(({ domain }) => domain === name)).toMatchObject({ environment: "preview", deployment: null });
    const moved = await acme.projectDomains.move({ idOrName, domain: name, body: { projectId: "tide-table" } });
    expect(moved).toMatchObject({ customEnvironmentId: null });
  });

  it("are deployed to by slug or id, and their domains lead there", async () => {
    const { acme, clock } = world();
    const name = "staging.harbour.example.com";
    await acme.projectDomains.create({ idOrName, body: { name, customEnvironmentId: staging } });
    const made = await acme.deployments.create({
      body: { name: idOrName, customEnvironmentSlugOrId: "staging", files },
    });
    expect(made).toMatchObject({ target: null, customEnvironment: { id: staging, slug: "staging" } });
    clock.advance(60_000);
    const alias = ["harbour-site-env-staging-acme.example.app", name];
    expect(await acme.deployments.get({ idOrUrl: name })).toMatchObject({ id: made.id, readyState: "READY", alias });
    expect((await acme.deployments.get({ idOrUrl: "harbour.example.com" })).id).not.toBe(made.id);
    const environment = await acme.customEnvironments.get({ idOrName, environmentSlugOrId: "staging" });
    expect(environment.currentDeploymentAliases).toEqual(alias);
    const project = await acme.projects.get({ idOrName });
    expect(project.alias.find(({ domain }) => domain === name)).toMatchObject({ deployment: { id: made.id } });
    const listed = async (target: string) =>
      (await acme.deployments.list({ target })).deployments.map(({ uid }) => uid).includes(made.id);
    expect(await listed("staging")).toBe(true);
    expect(await listed(staging)).toBe(true);
    expect(await listed("preview")).toBe(false);
  });

  it("are told apart from previews with the same files, and deployed to again", async () => {
    const { acme } = world();
    const preview = await acme.deployments.create({ body: { name: idOrName, files } });
    const { id } = await acme.deployments.create({ body: { name: idOrName, target: staging, files } });
    expect(id).not.toBe(preview.id);
    const again = await acme.deployments.create({ forceNew: "1", body: { name: idOrName, deploymentId: id } });
    expect(again).toMatchObject({ target: null, customEnvironment: { slug: "staging" } });
    const elsewhere = await acme.deployments.create({
      forceNew: "1",
      body: { name: idOrName, deploymentId: id, target: "production" },
    });
    expect(elsewhere).toMatchObject({ target: "production" });
    expect(elsewhere).not.toHaveProperty("customEnvironment");
  });

  it("are refused to deployments where the project has them not", async () => {
    const { acme } = world();
    for (const body of [
      { name: "tide-table", customEnvironmentSlugOrId: "staging", files },
      { name: idOrName, customEnvironmentSlugOrId: "production", files },
      { name: idOrName, customEnvironmentSlugOrId: "unknown", target: "production", files },
      { name: "new-pier", customEnvironmentSlugOrId: "staging", files, projectSettings: { framework: null } },
    ])
      expect(isBadRequestError(await failure(acme.deployments.create({ body })))).toBe(true);
  });

  it("are not deleted while a domain shows them or a deployment for them has not ended", async () => {
    const { acme, clock } = world();
    const remove = () => acme.customEnvironments.delete({ idOrName, environmentSlugOrId: "staging" });
    const inUse = { status: 400, body: { error: { code: "custom_environments_in_use" } } };
    const name = "staging.harbour.example.com";
    await acme.projectDomains.create({ idOrName, body: { name, customEnvironmentId: staging } });
    expect(await failure(remove())).toMatchObject(inUse);
    await acme.projectDomains.delete({ idOrName, domain: name });
    const { id } = await acme.deployments.create({ body: { name: idOrName, target: "staging", files } }); // the plain one
    const body = { name: idOrName, customEnvironmentSlugOrId: "staging", files };
    const made = await acme.deployments.create({ body });
    expect(made.id).not.toBe(id);
    expect(await failure(remove())).toMatchObject(inUse);
    clock.advance(60_000);
    expect(await remove()).toMatchObject({ id: staging, slug: "staging" });
    const left = await acme.deployments.get({ idOrUrl: made.id });
    expect(left.customEnvironment).toEqual({ id: staging });
    expect(isNotFoundError(await failure(remove()))).toBe(true);
  });

  it("take variables with them that nothing else has, if they are told to", async () => {
    const outcomes = [true, false, undefined].map((told) => afterDeletion(world(), told));
    expect(await Promise.all(outcomes)).toEqual([["PIER"], ["PIER", "QUAY"], ["PIER", "QUAY"]]);
  });

  it("go with their project", async () => {
    const { acme, api } = world();
    await acme.projects.delete({ idOrName });
    expect(api.vercel.store.list("CustomEnvironment")).toEqual([]);
  });
});

/** Names of the new variables that are left when the only custom environment of one of them is deleted. */
async function afterDeletion({ acme }: World, told: boolean | undefined): Promise<string[]> {
  const one = { value: "7", type: "plain" as const, customEnvironmentIds: [staging] };
  await acme.env.create({
    idOrName,
    body: [
      { ...one, key: "PIER", target: ["preview"] },
      { ...one, key: "QUAY" },
    ],
  });
  const body = told === undefined ? {} : { body: { deleteUnassignedEnvironmentVariables: told } };
  await acme.customEnvironments.delete({ idOrName, environmentSlugOrId: staging, ...body });
  const { envs } = await acme.env.list({ idOrName });
  const left = envs.filter(({ key }) => key === "PIER" || key === "QUAY");
  expect(left.flatMap(({ customEnvironmentIds = [] }) => customEnvironmentIds)).toEqual([]);
  return left.map(({ key }) => key);
}
