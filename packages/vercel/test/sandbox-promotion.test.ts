import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const idOrName = "harbour-site";
const projectId = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";
const first = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";
const preview = "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5";
const failed = "dpl_2Gh6sLw9PdX4kVb7nTr3yCf8";
const hosts = ["harbour-site.example.app", "harbour-site-acme.example.app", "harbour.example.com"];

/** Deploys a page to production and lets the build end. */
async function deployed({ acme, clock }: World, name = idOrName) {
  const files = [{ file: "index.html", data: `<h1>${clock.now()}</h1>` }];
  const projectSettings = { framework: null };
  const body = { name, target: "production", files, projectSettings };
  const { id } = await acme.deployments.create({ forceNew: "1", body });
  clock.advance(60_000);
  return acme.deployments.get({ idOrUrl: id });
}

/** Checks that all hosts of production lead to a deployment, and that the project says so. */
async function expectInProduction({ acme }: World, id: string): Promise<void> {
  for (const host of hosts) expect([host, (await acme.deployments.get({ idOrUrl: host })).id]).toEqual([host, id]);
  const project = await acme.projects.get({ idOrName });
  expect(project.targets?.production?.id).toBe(id);
  expect(project.alias.find(({ domain }) => domain === "harbour.example.com")?.deployment?.id).toBe(id);
  const deployment = await acme.deployments.get({ idOrUrl: id });
  expect(deployment).toMatchObject({ readySubstate: "PROMOTED", alias: expect.arrayContaining(hosts) });
}

describe.each(ways)("promoting a deployment on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("brings a staged deployment into production, with all hosts of it", async () => {
    const here = world();
    const { acme, clock } = here;
    await acme.projects.update({ idOrName, body: { autoAssignCustomDomains: false } });
    const { id: deploymentId, readySubstate } = await deployed(here);
    expect(readySubstate).toBe("STAGED");
    expect(await acme.projects.promote({ projectId, deploymentId })).toBeUndefined();
    await expectInProduction(here, deploymentId);
    expect((await acme.deployments.get({ idOrUrl: first })).alias).toEqual([]);
    expect(await acme.projects.get({ idOrName })).toMatchObject({
      autoAssignCustomDomains: false,
      lastRollbackTarget: null,
      lastAliasRequest: {
        type: "promote",
        fromDeploymentId: first,
        toDeploymentId: deploymentId,
        jobStatus: "succeeded",
        requestedAt: clock.now(),
      },
    });
  });

  it("brings a preview into production, which keeps its own hosts and environment", async () => {
    const here = world();
    const { acme } = here;
    await acme.projects.promote({ projectId, deploymentId: preview });
    await expectInProduction(here, preview);
    const shown = await acme.deployments.get({ idOrUrl: preview });
    expect(shown.target).toBeNull();
    expect(shown.alias).toContain("harbour-site-git-tides-acme.example.app");
    const { deployments } = await acme.deployments.list({ rollbackCandidate: true });
    expect(deployments.map(({ uid }) => uid)).toEqual([first]);
  });

  it("stays until something newer is deployed, though a build was under way", async () => {
    const here = world();
    const { acme, clock } = here;
    const under = await acme.deployments.create({
      body: { name: idOrName, target: "production", files: [{ file: "a.txt", data: "a" }] },
    });
    clock.advance(5000);
    await acme.projects.promote({ projectId, deploymentId: preview });
    clock.advance(60_000);
    expect(await acme.deployments.get({ idOrUrl: under.id })).toMatchObject({ readyState: "READY", alias: [] });
    await expectInProduction(here, preview);
    await expectInProduction(here, (await deployed(here)).id);
  });

  it("lists the hosts that moved, page by page", async () => {
    const here = world();
    const { acme } = here;
    expect(await acme.projects.listPromoteAliases({ projectId })).toMatchObject({
      aliases: [],
      pagination: { count: 0 },
    });
    await acme.projects.promote({ projectId, deploymentId: preview });
    const { aliases, pagination } = await acme.projects.listPromoteAliases({ projectId });
    expect(aliases.map(({ alias, status }) => [alias, status])).toEqual(hosts.map((host) => [host, "completed"]));
    for (const { id, alias } of aliases) expect((await acme.aliases.get({ idOrAlias: id })).alias).toBe(alias);
    expect(pagination).toMatchObject({ count: 3, next: null });
    const page = await acme.projects.listPromoteAliases({ projectId, limit: 2 });
    expect(page.aliases).toHaveLength(2);
    const rest = await acme.projects.listPromoteAliases({ projectId, until: page.pagination.next ?? 0 });
    expect([...page.aliases, ...rest.aliases]).toEqual(aliases);
    expect((await acme.projects.listPromoteAliases({ projectId, failedOnly: true })).aliases).toEqual([]);
  });

  it("fails for a domain that another account has taken, and leaves it where it is", async () => {
    const here = world();
    const { acme, api } = here;
    const { store } = api.vercel;
    const [domain] = store.list("ProjectDomain", { name: "harbour.example.com" });
    store.update("ProjectDomain", domain ?? {}, { verified: false });
    await acme.projects.promote({ projectId, deploymentId: preview });
    const { aliases } = await acme.projects.listPromoteAliases({ projectId, failedOnly: true });
    expect(aliases).toEqual([{ id: "Yb7nR4wK9sXq2LmT6vDc8HjF", alias: "harbour.example.com", status: "failed" }]);
    expect((await acme.projects.get({ idOrName })).lastAliasRequest?.jobStatus).toBe("failed");
    expect((await acme.deployments.get({ idOrUrl: "harbour.example.com" })).id).toBe(first);
    expect((await acme.deployments.get({ idOrUrl: "harbour-site.example.app" })).id).toBe(preview);
  });

  it("refuses what is there already, what is not ready, and what the project or the account has not", async () => {
    const { acme, own } = world();
    const refused = (deploymentId: string, client = acme) =>
      errorOf(client.projects.promote({ projectId, deploymentId }));
    expect(await refused(first)).toMatchObject({ status: 409, code: "conflict" });
    expect(await refused(failed)).toMatchObject({ status: 422, code: "deployment_not_ready" });
    for (const unknown of ["dpl_5Vt8wKe3RyH6bNj1cXq9uLm4", "dpl_unknown"])
      expect(await refused(unknown)).toMatchObject({ status: 404, code: "not_found" });
    expect(await refused(preview, own)).toMatchObject({ status: 404, code: "not_found" });
    const elsewhere = { projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M", deploymentId: preview };
    expect(await errorOf(acme.projects.promote(elsewhere))).toMatchObject({ status: 404, code: "not_found" });
    expect(await errorOf(own.projects.listPromoteAliases({ projectId }))).toMatchObject({ status: 404 });
    expect((await acme.projects.get({ idOrName })).targets?.production?.id).toBe(first);
  });
});

describe.each(ways)("rolling back on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("brings the earlier deployment back, says why, and keeps the next push from undoing it", async () => {
    const here = world();
    const { acme, clock } = here;
    const { id: second } = await deployed(here);
    await acme.projects.rollback({ projectId, deploymentId: first, description: "Wrong tides" });
    await expectInProduction(here, first);
    expect(await acme.projects.get({ idOrName })).toMatchObject({
      autoAssignCustomDomains: false,
      lastRollbackTarget: { id: first },
      rollbackDescription: {
        description: "Wrong tides",
        createdAt: clock.now(),
        userId: "5c8a3b2f9d4e1a7b6c0f2e1d",
        username: "deckhand",
      },
      lastAliasRequest: { type: "rollback", fromDeploymentId: second, toDeploymentId: first },
    });
    expect((await acme.deployments.list({ rollbackCandidate: true })).deployments.map(({ uid }) => uid)).toEqual([
      second,
    ]);
    expect(await deployed(here)).toMatchObject({ readySubstate: "STAGED", alias: [] });
    await expectInProduction(here, first);
  });

  it("ends with a promotion, after which the project assigns its domains as it did before", async () => {
    const here = world();
    const { acme } = here;
    const { id: second } = await deployed(here);
    await acme.projects.rollback({ projectId, deploymentId: first, description: "Wrong tides" });
    await acme.projects.promote({ projectId, deploymentId: second });
    await expectInProduction(here, second);
    const project = await acme.projects.get({ idOrName });
    expect(project).toMatchObject({ autoAssignCustomDomains: true, lastRollbackTarget: null });
    expect(project.rollbackDescription).toBeUndefined();
    await expectInProduction(here, (await deployed(here)).id);
  });

  it("leaves a project that never assigned its domains by itself as it was", async () => {
    const here = world();
    const { acme } = here;
    const { id: second } = await deployed(here);
    await acme.projects.update({ idOrName, body: { autoAssignCustomDomains: false } });
    await acme.projects.rollback({ projectId, deploymentId: first });
    await acme.projects.rollback({ projectId, deploymentId: second });
    await acme.projects.promote({ projectId, deploymentId: first });
    expect((await acme.projects.get({ idOrName })).autoAssignCustomDomains).toBe(false);
  });

  it("is over when somebody turns assignment on again and deploys", async () => {
    const here = world();
    const { acme } = here;
    await deployed(here);
    await acme.projects.rollback({ projectId, deploymentId: first });
    await acme.projects.update({ idOrName, body: { autoAssignCustomDomains: true } });
    expect((await acme.projects.get({ idOrName })).lastRollbackTarget).not.toBeNull();
    await expectInProduction(here, (await deployed(here)).id);
    expect((await acme.projects.get({ idOrName })).lastRollbackTarget).toBeNull();
  });

  it("refuses what never was in production, and what is there", async () => {
    const { acme, own } = world();
    for (const deploymentId of [preview, failed])
      expect(await errorOf(acme.projects.rollback({ projectId, deploymentId }))).toMatchObject({
        status: 422,
        code: "bad_request",
      });
    const current = { projectId, deploymentId: first };
    expect(await errorOf(acme.projects.rollback(current))).toMatchObject({ status: 409, code: "conflict" });
    expect(await errorOf(own.projects.rollback(current))).toMatchObject({ status: 404, code: "not_found" });
    const project = await acme.projects.get({ idOrName });
    expect(project.lastAliasRequest ?? null).toBeNull();
    expect(project.autoAssignCustomDomains).toBe(true);
  });

  it("can't be made up by a change of the project", async () => {
    const { acme, send } = world();
    const lastAliasRequest = {
      type: "promote",
      fromDeploymentId: null,
      toDeploymentId: preview,
      jobStatus: "succeeded",
    };
    const body = { lastAliasRequest, lastRollbackTarget: { id: first }, protectionBypass: { secret: {} } };
    await send("PATCH", `/v9/projects/${idOrName}?slug=acme`, body);
    const project = await acme.projects.get({ idOrName });
    expect([project.lastAliasRequest, project.protectionBypass]).toEqual([undefined, undefined]);
    expect(project.lastRollbackTarget ?? null).toBeNull();
  });
});
