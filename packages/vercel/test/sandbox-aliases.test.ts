import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const production = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";
const preview = "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5";
const failed = "dpl_2Gh6sLw9PdX4kVb7nTr3yCf8";
const harbour = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";

/** Deploys a page and lets the build end. */
async function deployed({ acme, clock }: World, name: string, target?: "production") {
  const files = [{ file: "index.html", data: `<h1>${name} at ${clock.now()}</h1>` }];
  const body = { name, files, projectSettings: { framework: null }, ...(target && { target }) };
  const { id } = await acme.deployments.create({ forceNew: "1", body });
  clock.advance(60_000);
  return acme.deployments.get({ idOrUrl: id });
}

/** The hosts of a list, in its order. */
const hostsIn = ({ aliases }: { aliases: readonly { alias: string }[] }): string[] => aliases.map(({ alias }) => alias);

describe.each(ways)("aliases on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are listed newest first with the deployment and the project of each, by their account alone", async () => {
    const { acme, own } = world();
    const { aliases, pagination } = await acme.aliases.list();
    expect(aliases.map(({ alias, deploymentId }) => [alias, deploymentId])).toEqual([
      ["harbour-site-git-tides-acme.example.app", preview],
      ["harbour.example.com", production],
      ["harbour-site.example.app", production],
    ]);
    expect(pagination).toMatchObject({ count: 3, next: null });
    expect(aliases[1]).toEqual({
      uid: "Yb7nR4wK9sXq2LmT6vDc8HjF",
      alias: "harbour.example.com",
      created: "2025-11-04T08:30:22.001Z",
      createdAt: Date.parse("2025-11-04T08:30:22.001Z"),
      updatedAt: Date.parse("2025-11-04T08:30:22.001Z"),
      deploymentId: production,
      deployment: { id: production, url: "harbour-site-4rk9ztf2q.example.app" },
      projectId: harbour,
      creator: { uid: "5c8a3b2f9d4e1a7b6c0f2e1d", username: "deckhand", email: "deckhand@example.com" },
      redirect: null,
    });
    expect((await own.aliases.list()).aliases).toEqual([]);
  });

  it("come to be when a deployment gets ready, and move to the next", async () => {
    const here = world();
    const { acme } = here;
    const first = await deployed(here, "tide-table", "production");
    const host = "tide-table.example.app";
    const made = await acme.aliases.get({ idOrAlias: host });
    expect(made).toMatchObject({ alias: host, deploymentId: first.id, projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" });
    expect(Date.parse(made.created)).toBe(made.createdAt);
    const second = await deployed(here, "tide-table", "production");
    const moved = await acme.aliases.get({ idOrAlias: made.uid });
    expect(moved).toMatchObject({ uid: made.uid, created: made.created, deploymentId: second.id });
    expect(moved.updatedAt).toBeGreaterThan(made.updatedAt ?? Infinity);
    expect((await acme.aliases.listOfDeployment({ id: first.id })).aliases).toEqual([]);
    expect(hostsIn(await acme.aliases.listOfDeployment({ id: second.id })).toSorted()).toEqual(
      second.alias?.toSorted(),
    );
  });

  it("of a domain that another project of the account gets go to its next deployment", async () => {
    const here = world();
    const { acme } = here;
    const moved = { idOrName: "harbour-site", domain: "www.harbour.example.com" };
    await acme.projectDomains.delete(moved);
    const body = { projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" };
    await acme.projectDomains.move({ ...moved, domain: "harbour.example.com", body });
    const { id } = await deployed(here, "tide-table", "production");
    expect(await acme.aliases.get({ idOrAlias: "harbour.example.com" })).toMatchObject({
      deploymentId: id,
      projectId: body.projectId,
    });
    expect((await acme.deployments.get({ idOrUrl: production })).alias).toEqual(["harbour-site.example.app"]);
  });

  it("that the service chose stay with the project that has them, whatever another is called", async () => {
    const here = world();
    const { acme } = here;
    await acme.aliases.assign({ id: production, body: { alias: "tide-table.example.app" } });
    const { alias } = await deployed(here, "tide-table", "production");
    expect(alias).toEqual(["tide-table-acme.example.app"]);
    expect((await acme.deployments.get({ idOrUrl: "tide-table.example.app" })).id).toBe(production);
  });

  it("are walked page by page, each once", async () => {
    const { acme } = world();
    const all = hostsIn(await acme.aliases.list());
    const walked: string[] = [];
    for await (const { alias } of acme.aliases.list({ limit: 1 })) walked.push(alias);
    expect(walked).toEqual(all);
    const { aliases, pagination } = await acme.aliases.list({ limit: 2 });
    expect(aliases).toHaveLength(2);
    expect(hostsIn(await acme.aliases.list({ until: pagination.next ?? 0 }))).toEqual(all.slice(2));
    expect(hostsIn(await acme.aliases.list({ since: pagination.next ?? 0 }))).toEqual(all.slice(0, 2));
    expect(hostsIn(await acme.aliases.list({ from: pagination.next ?? 0 }))).toEqual(all.slice(0, 2));
  });

  it("are narrowed to domains, to a project, and to what a rollback would move", async () => {
    const here = world();
    const { acme } = here;
    expect(hostsIn(await acme.aliases.list({ domain: ["EXAMPLE.com"] }))).toEqual(["harbour.example.com"]);
    expect(hostsIn(await acme.aliases.list({ domain: ["ample.com"] }))).toEqual([]);
    const two = await acme.aliases.list({ domain: ["harbour.example.com", "harbour-site.example.app"] });
    expect(hostsIn(two)).toEqual(["harbour.example.com", "harbour-site.example.app"]);
    expect(hostsIn(await acme.aliases.list({ projectId: harbour }))).toHaveLength(3);
    expect(hostsIn(await acme.aliases.list({ projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" }))).toEqual([]);
    for (const query of [{ projectId: "prj_unknown" }, { rollbackDeploymentId: "dpl_unknown" }])
      expect(await errorOf(acme.aliases.list(query))).toMatchObject({ status: 404, code: "not_found" });
    await deployed(here, "harbour-site", "production");
    const moved = hostsIn(await acme.aliases.list({ rollbackDeploymentId: production })).toSorted();
    expect(moved).toEqual(["harbour-site-acme.example.app", "harbour-site.example.app", "harbour.example.com"]);
  });

  it("are given by id or host, unless the query leaves them out", async () => {
    const { acme, own } = world();
    const { uid, createdAt } = await acme.aliases.get({ idOrAlias: "Harbour.example.com" });
    const at = createdAt ?? 0;
    expect((await acme.aliases.get({ idOrAlias: uid, projectId: harbour, since: at - 1, until: at })).uid).toBe(uid);
    for (const query of [{ since: at }, { from: at }, { until: at - 1 }, { projectId: "prj_other" }])
      expect(await errorOf(acme.aliases.get({ idOrAlias: uid, ...query }))).toMatchObject({ status: 404 });
    for (const idOrAlias of ["lamp.example.app", "Wq8sB3nV5xTz7KcD2mRf6HgL", "unknown.example.com"])
      expect(await errorOf(acme.aliases.get({ idOrAlias }))).toMatchObject({ status: 404, code: "not_found" });
    expect(await errorOf(own.aliases.get({ idOrAlias: uid }))).toMatchObject({ status: 404 });
  });

  it("lead nowhere once they are deleted, and go with their deployment", async () => {
    const { acme } = world();
    expect(await acme.aliases.delete({ aliasId: "harbour-site.example.app" })).toEqual({ status: "SUCCESS" });
    expect(await errorOf(acme.aliases.delete({ aliasId: "harbour-site.example.app" }))).toMatchObject({ status: 404 });
    expect(await errorOf(acme.aliases.delete({ aliasId: "lamp.example.app" }))).toMatchObject({ status: 404 });
    expect((await acme.deployments.get({ idOrUrl: production })).alias).toEqual(["harbour.example.com"]);
    expect(await errorOf(acme.deployments.get({ idOrUrl: "harbour-site.example.app" }))).toMatchObject({ status: 404 });
    await acme.deployments.delete({ idOrUrl: preview });
    expect(hostsIn(await acme.aliases.list())).toEqual(["harbour.example.com"]);
    await acme.projects.delete({ idOrName: "harbour-site" });
    expect(hostsIn(await acme.aliases.list())).toEqual([]);
  });
});

describe.each(ways)("assigning an alias on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("takes the host from the deployment that it led to, and says which one that was", async () => {
    const { acme } = world();
    const body = { alias: "quay.example.com" };
    const made = await acme.aliases.assign({ id: production, body });
    expect(made).toEqual({ uid: expect.any(String), alias: "quay.example.com", created: expect.any(String) });
    expect((await acme.deployments.get({ idOrUrl: "quay.example.com" })).id).toBe(production);
    const moved = await acme.aliases.assign({ id: "harbour-site-8jm2ypd6w.example.app", body });
    expect(moved).toEqual({ ...made, oldDeploymentId: production });
    expect((await acme.deployments.get({ idOrUrl: "quay.example.com" })).id).toBe(preview);
    expect((await acme.deployments.get({ idOrUrl: preview })).userAliases).toEqual(["quay.example.com"]);
    expect(hostsIn(await acme.aliases.listOfDeployment({ id: production }))).not.toContain("quay.example.com");
    expect(await errorOf(acme.aliases.assign({ id: preview, body }))).toMatchObject({
      status: 409,
      code: "not_modified",
      name: "quay.example.com",
      uid: made.uid,
    });
  });

  it("makes a redirect, which serves no deployment", async () => {
    const { acme } = world();
    const body = { alias: "pier.example.com", redirect: "harbour.example.com" };
    await acme.aliases.assign({ id: production, body });
    const redirect = { redirect: "harbour.example.com", redirectStatusCode: 307 };
    expect(await acme.aliases.get({ idOrAlias: "pier.example.com" })).toMatchObject(redirect);
    expect(await errorOf(acme.deployments.get({ idOrUrl: "pier.example.com" }))).toMatchObject({ status: 404 });
    const shown = { alias: "pier.example.com", redirect: null };
    await acme.aliases.assign({ id: production, body: shown });
    const alias = await acme.aliases.get({ idOrAlias: "pier.example.com" });
    expect([alias.redirect, alias.redirectStatusCode]).toEqual([null, undefined]);
    expect((await acme.deployments.get({ idOrUrl: "pier.example.com" })).id).toBe(production);
    const itself = { alias: "pier.example.com", redirect: "pier.example.com" };
    expect(await errorOf(acme.aliases.assign({ id: production, body: itself }))).toMatchObject({ status: 400 });
  });

  it("refuses what is no host, and hosts that something else uses", async () => {
    const here = world();
    const { acme, send } = here;
    await deployed(here, "tide-table");
    await acme.projectDomains.create({ idOrName: "tide-table", body: { name: "tides.example.com" } });
    const refused = async (alias: string): Promise<unknown> => {
      const { status, code } = await errorOf(acme.aliases.assign({ id: production, body: { alias } }));
      return [alias, status, code];
    };
    for (const alias of ["https://a.example.com", "quay", "a b.example.com", "example.app", "*.example.app"])
      expect(await refused(alias)).toEqual([alias, 400, "invalid_alias"]);
    for (const alias of ["lamp.example.app", "harbour-site-8jm2ypd6w.example.app", "tides.example.com"])
      expect(await refused(alias)).toEqual([alias, 409, "alias_in_use"]);
    expect(await refused("quay.example.org")).toEqual(["quay.example.org", 403, "not_domain_owner"]);
    expect(await refused("quay.example.edu")).toEqual(["quay.example.edu", 404, "domain_not_found"]);
    expect(await send("POST", `/v2/deployments/${production}/aliases?slug=acme`, {})).toMatchObject({
      status: 400,
      json: { error: { code: "bad_request" } },
    });
    expect((await acme.deployments.get({ idOrUrl: production })).alias).toHaveLength(2);
  });

  it("needs a domain that is verified", async () => {
    const { acme, api } = world();
    const { store } = api.vercel;
    store.create("Domain", { ...store.get("Domain", "example.com"), id: "new", name: "example.dev", verified: false });
    expect(await errorOf(acme.aliases.assign({ id: production, body: { alias: "a.example.dev" } }))).toMatchObject({
      status: 400,
      code: "domain_not_verified",
      name: "example.dev",
    });
  });

  it("needs a deployment of the account that is ready", async () => {
    const { acme, own } = world();
    const body = { alias: "quay.example.com" };
    const { id } = await acme.deployments.create({
      body: { name: "harbour-site", files: [{ file: "a.txt", data: "a" }] },
    });
    for (const unready of [id, failed])
      expect(await errorOf(acme.aliases.assign({ id: unready, body }))).toMatchObject({
        status: 400,
        code: "deployment_not_ready",
      });
    const elsewhere = [
      () => own.aliases.assign({ id: production, body }),
      () => acme.aliases.assign({ id: "dpl_5Vt8wKe3RyH6bNj1cXq9uLm4", body }),
      () => own.aliases.listOfDeployment({ id: production }),
    ];
    for (const call of elsewhere) expect(await errorOf(call())).toMatchObject({ status: 404, code: "not_found" });
  });
});
