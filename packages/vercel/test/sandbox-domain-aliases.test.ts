import { describe, expect, it } from "vitest";
import { type DomainWorld, errorOf, useDomainWorld } from "./domain-world.ts";
import { ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const projectId = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";
const tideTable = "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M";
const production = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";
const preview = "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5";
const lampDeployment = "dpl_5Vt8wKe3RyH6bNj1cXq9uLm4";
const staging = "env_5Tq9wLx2Nc7Rb4Km";
const name = "quay.example.com";

/** Deploys a page and lets the build end. */
async function deployed(
  { acme, clock }: DomainWorld,
  where: { readonly name?: string; readonly target?: string; readonly customEnvironmentSlugOrId?: string },
): Promise<string> {
  const files = [{ file: "index.html", data: `<h1>${clock.now()}</h1>` }];
  const projectSettings = { framework: null };
  const { id } = await acme.deployments.create({
    forceNew: "1",
    body: { name: idOrName, files, projectSettings, ...where },
  });
  clock.advance(60_000);
  expect(await acme.deployments.get({ idOrUrl: id })).toMatchObject({ readyState: "READY" });
  return id;
}

/** Checks that everything that tells of a host names one deployment, and no other deployment has it. */
async function expectLeads({ acme, api }: DomainWorld, host: string, id: string): Promise<void> {
  const alias = await acme.aliases.get({ idOrAlias: host });
  expect(alias).toMatchObject({ alias: host, deploymentId: id, deployment: { id }, redirect: null });
  expect((await acme.aliases.list()).aliases.filter((one) => one.alias === host)).toHaveLength(1);
  const { aliases } = await acme.aliases.listOfDeployment({ id });
  expect(aliases.map((one) => one.alias)).toContain(host);
  const deployment = await acme.deployments.get({ idOrUrl: host });
  expect(deployment.id).toBe(id);
  expect(deployment.alias?.filter((one) => one === host)).toEqual([host]);
  expect(deployment.userAliases).toContain(host);
  expect(deployment.automaticAliases).not.toContain(host);
  const project = await acme.projects.get({ idOrName: alias.projectId ?? "" });
  expect(project.alias.find(({ domain }) => domain === host)?.deployment?.id).toBe(id);
  expect(holders(api, host)).toEqual([id]);
}

/** Checks that nothing tells of a host any more. */
async function expectNowhere({ acme, api }: DomainWorld, host: string): Promise<void> {
  expect(await errorOf(acme.aliases.get({ idOrAlias: host }))).toMatchObject({ status: 404 });
  expect(await errorOf(acme.deployments.get({ idOrUrl: host }))).toMatchObject({ status: 404 });
  for (const one of [idOrName, "tide-table"]) {
    const { alias } = await acme.projects.get({ idOrName: one });
    expect(alias.find(({ domain }) => domain === host)?.deployment ?? null).toBeNull();
  }
  expect(api.vercel.store.list("Alias", { alias: host })).toEqual([]);
  expect(holders(api, host)).toEqual([]);
}

/** Ids of the deployments of all accounts that say they have a host. */
function holders({ vercel: { store } }: DomainWorld["api"], host: string): readonly unknown[] {
  const lists = ["alias", "automaticAliases", "userAliases"];
  const has = (value: unknown): boolean => Array.isArray(value) && value.includes(host);
  return store.list("Deployment", (one) => lists.some((list) => has(one[list]))).map(({ id }) => id);
}

describe.each(ways)("hosts of project domains on the sandbox, %s", (way) => {
  const world = useDomainWorld(way);

  it("lead to production as soon as the domain is added, and nowhere once it is deleted", async () => {
    const here = world();
    const { acme, clock } = here;
    clock.advance("PT1M");
    await acme.projectDomains.create({ idOrName, body: { name } });
    await expectLeads(here, name, production);
    const { aliases } = await acme.aliases.list({ limit: 1 });
    expect(aliases).toMatchObject([{ alias: name, createdAt: clock.now(), creator: { username: "deckhand" } }]);
    await acme.projectDomains.delete({ idOrName, domain: name });
    await expectNowhere(here, name);
    const { alias } = await acme.deployments.get({ idOrUrl: production });
    expect(alias).toEqual(["harbour-site.example.app", "harbour.example.com"]);
  });

  it("lead to what was promoted or rolled back to, and not to what is newer", async () => {
    const here = world();
    const { acme } = here;
    await deployed(here, { target: "production" });
    await acme.projects.rollback({ projectId, deploymentId: production });
    await deployed(here, { target: "production" });
    await acme.projectDomains.create({ idOrName, body: { name } });
    await expectLeads(here, name, production);
    await acme.projects.promote({ projectId, deploymentId: preview });
    await acme.projectDomains.create({ idOrName, body: { name: "pier.example.com" } });
    for (const host of [name, "pier.example.com"]) await expectLeads(here, host, preview);
  });

  it("wait for a deployment where there is none to show", async () => {
    const here = world();
    const { acme } = here;
    await acme.projectDomains.create({ idOrName: "tide-table", body: { name } });
    const branch = { name: "next.example.com", gitBranch: "night-lights" };
    await acme.projectDomains.create({ idOrName, body: branch });
    const environment = { name: "qa.example.com", customEnvironmentId: staging };
    await acme.projectDomains.create({ idOrName, body: environment });
    for (const host of [name, branch.name, environment.name]) await expectNowhere(here, host);
    await expectLeads(here, name, await deployed(here, { name: "tide-table", target: "production" }));
  });

  it("lead to the newest deployment of a branch, though production or an older one has it too", async () => {
    const here = world();
    const { acme, clock } = here;
    const body = { name, gitBranch: "tides" };
    await acme.projectDomains.create({ idOrName, body });
    await expectLeads(here, name, preview);
    const gitSource = { type: "github" as const, org: "acme", repo: "harbour-site", ref: "tides" };
    const deployBranch = async (target?: "production"): Promise<string> => {
      const { id } = await acme.deployments.create({
        forceNew: "1",
        body: { name: idOrName, gitSource, ...(target && { target }) },
      });
      clock.advance(60_000);
      return id;
    };
    const newer = await deployBranch();
    await deployBranch("production");
    await expectLeads(here, name, newer);
    await acme.projectDomains.create({ idOrName, body: { ...body, name: "pier.example.com" } });
    await expectLeads(here, "pier.example.com", newer);
  });

  it("lead to the newest deployment of a custom environment", async () => {
    const here = world();
    const { acme } = here;
    const where = { customEnvironmentSlugOrId: "staging" };
    await deployed(here, where);
    const newest = await deployed(here, where);
    await acme.projectDomains.create({ idOrName, body: { name, customEnvironmentId: staging } });
    await expectLeads(here, name, newest);
    // The other project has no such environment, and so the domain is for its production.
    const shown = await deployed(here, { name: "tide-table", target: "production" });
    await acme.projectDomains.move({ idOrName, domain: name, body: { projectId: tideTable } });
    await expectLeads(here, name, shown);
  });

  it("follow each change of what the domain shows", async () => {
    const here = world();
    const { acme } = here;
    const domain = "www.harbour.example.com";
    const update = (body: { redirect?: string | null; gitBranch?: string | null }) =>
      acme.projectDomains.update({ idOrName, domain, body });
    await expectNowhere(here, domain);
    await update({ redirect: null });
    await expectLeads(here, domain, production);
    const { uid } = await acme.aliases.get({ idOrAlias: domain });
    await update({ gitBranch: "tides" });
    await expectLeads(here, domain, preview);
    expect((await acme.aliases.get({ idOrAlias: domain })).uid).toBe(uid);
    await update({ gitBranch: "night-lights" });
    await expectNowhere(here, domain);
    await update({ gitBranch: null });
    await expectLeads(here, domain, production);
    await update({ redirect: "harbour.example.com" });
    await expectNowhere(here, domain);
    await expectLeads(here, "harbour.example.com", production);
  });

  it("stay where somebody put them until the domain is to show something else", async () => {
    const here = world();
    const { acme } = here;
    await acme.projectDomains.create({ idOrName, body: { name } });
    await acme.aliases.assign({ id: preview, body: { alias: name } });
    await acme.projectDomains.update({ idOrName, domain: name, body: { gitBranch: null } });
    await expectLeads(here, name, preview);
    await acme.aliases.delete({ aliasId: name });
    await expectNowhere(here, name);
  });

  it("move with the domain to what the other project shows, redirects without any", async () => {
    const here = world();
    const { acme } = here;
    const move = (from: string, to: string) =>
      acme.projectDomains.move({ idOrName: from, domain: "harbour.example.com", body: { projectId: to } });
    await move(idOrName, tideTable);
    await expectNowhere(here, "harbour.example.com");
    const shown = await deployed(here, { name: "tide-table", target: "production" });
    await move("tide-table", projectId);
    await expectLeads(here, "harbour.example.com", production);
    await move(idOrName, tideTable);
    await expectLeads(here, "harbour.example.com", shown);
    await expectNowhere(here, "www.harbour.example.com");
  });

  it("leave the project that has lost the right to the domain when that moves or goes", async () => {
    const here = world();
    const { acme, api } = here;
    const { store } = api.vercel;
    const added = [name, "pier.example.com"];
    for (const one of added) {
      await acme.projectDomains.create({ idOrName, body: { name: one } });
      store.update("ProjectDomain", store.get("ProjectDomain", one, { projectId }) ?? {}, { verified: false });
      expect((await acme.deployments.get({ idOrUrl: one })).id).toBe(production);
    }
    await acme.projectDomains.move({ idOrName, domain: name, body: { projectId: tideTable } });
    await acme.projectDomains.delete({ idOrName, domain: "pier.example.com" });
    for (const one of added) await expectNowhere(here, one);
  });

  it("stand once in the lists of a deployment that a test wrote them into", async () => {
    const here = world();
    const { store } = here.api.vercel;
    const automaticAliases = ["harbour-site.example.app", name];
    store.update("Deployment", store.get("Deployment", production) ?? {}, {
      automaticAliases,
      alias: automaticAliases,
    });
    await here.acme.projectDomains.create({ idOrName, body: { name } });
    await expectLeads(here, name, production);
  });

  it("go with the domain that redirects to a deleted one, also where somebody put them by hand", async () => {
    const here = world();
    const { acme } = here;
    await acme.aliases.assign({ id: preview, body: { alias: "www.harbour.example.com" } });
    const body = { removeRedirects: true };
    await acme.projectDomains.delete({ idOrName, domain: "harbour.example.com", body });
    for (const host of ["harbour.example.com", "www.harbour.example.com"]) await expectNowhere(here, host);
  });

  it("stay with another account until the domain is verified, and leave it then", async () => {
    const here = world();
    const { acme, setRecords, join } = here;
    const other = join();
    const domain = "lamp.example.org";
    const pending = await acme.projectDomains.create({ idOrName, body: { name: domain } });
    expect(pending.verified).toBe(false);
    await acme.projectDomains.update({ idOrName, domain, body: { gitBranch: "tides" } });
    expect(holders(here.api, domain)).toEqual([lampDeployment]);
    await acme.projectDomains.delete({ idOrName, domain });
    expect((await other.aliases.get({ idOrAlias: domain })).deploymentId).toBe(lampDeployment);
    const again = await acme.projectDomains.create({ idOrName, body: { name: domain } });
    setRecords("example.org", again.verification?.[0]?.value ?? "");
    await acme.projectDomains.verify({ idOrName, domain });
    await expectLeads(here, domain, production);
    expect(await errorOf(other.aliases.get({ idOrAlias: domain }))).toMatchObject({ status: 404 });
    const lamp = await other.deployments.get({ idOrUrl: lampDeployment });
    expect(lamp.alias).toEqual(["lamp.example.app"]);
  });

  it("leave another account also where the project that verifies the domain shows nothing yet", async () => {
    const here = world();
    const { acme, setRecords } = here;
    const domain = "lamp.example.org";
    const { verification } = await acme.projectDomains.create({ idOrName: "tide-table", body: { name: domain } });
    setRecords("example.org", verification?.[0]?.value ?? "");
    expect(holders(here.api, domain)).toEqual([lampDeployment]);
    await acme.projectDomains.verify({ idOrName: "tide-table", domain });
    await expectNowhere(here, domain);
  });

  it("that the service gave to another project or to one deployment are refused as domains", async () => {
    const here = world();
    const { acme, own } = here;
    for (const host of ["harbour-site.example.app", "harbour-site-4rk9ztf2q.example.app"]) {
      const foreign = own.projectDomains.create({ idOrName: "deck-log", body: { name: host } });
      expect(await errorOf(foreign)).toMatchObject({ status: 409, code: "domain_already_in_use" });
      const same = acme.projectDomains.create({ idOrName: "tide-table", body: { name: host } });
      expect(await errorOf(same)).toMatchObject({ status: 409, code: "domain_already_in_use" });
    }
    const before = await acme.deployments.get({ idOrUrl: production });
    await acme.projectDomains.create({ idOrName, body: { name: "harbour-site.example.app" } });
    expect(await acme.deployments.get({ idOrUrl: production })).toMatchObject({
      alias: before.alias,
      automaticAliases: before.automaticAliases,
      userAliases: before.userAliases,
    });
  });
});
