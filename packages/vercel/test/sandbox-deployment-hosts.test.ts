import { describe, expect, it } from "vitest";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const production = "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3";
const failed = "dpl_2Gh6sLw9PdX4kVb7nTr3yCf8";
const preview = "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5";

const page = (text: string) => ({ files: [{ file: "index.html", data: `<h1>${text}</h1>` }] });

/** Deploys to production and lets the build end. */
async function deployed({ acme, clock }: World, text: string) {
  const { id } = await acme.deployments.create({
    body: { name: "harbour-site", target: "production", ...page(text) },
  });
  clock.advance(60_000);
  return acme.deployments.get({ idOrUrl: id });
}

describe.each(ways)("hosts of deployments on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("of production go to the newest, and the one before can be gone back to", async () => {
    const here = world();
    const { acme } = here;
    const hosts = ["harbour-site.example.app", "harbour-site-acme.example.app", "harbour.example.com"];
    const next = await deployed(here, "5");
    expect(next.alias).toEqual(hosts);
    expect(next.userAliases).toEqual(["harbour.example.com"]);
    for (const host of hosts) expect((await acme.deployments.get({ idOrUrl: host })).id).toBe(next.id);
    expect((await acme.deployments.get({ idOrUrl: production })).alias).toEqual([]);
    const candidates = async (rollbackCandidate: boolean) =>
      (await acme.deployments.list({ rollbackCandidate })).deployments.map(({ uid }) => uid);
    expect(await candidates(true)).toEqual([production]);
    expect(await candidates(false)).toEqual([next.id, preview, failed]);
  });

  it("stay with a newer deployment that was ready before", async () => {
    const { acme, clock } = world();
    const body = (text: string) => ({ name: "harbour-site", target: "production", ...page(text) });
    const old = await acme.deployments.create({ body: body("old") });
    const fresh = await acme.deployments.create({ body: body("new") });
    for (let poll = 0; poll < 8; poll += 1) await acme.deployments.get({ idOrUrl: fresh.id }); // reading hurries it
    expect(await acme.deployments.get({ idOrUrl: fresh.id })).toMatchObject({ readyState: "READY" });
    expect(await acme.deployments.get({ idOrUrl: old.id })).not.toMatchObject({ readyState: "READY" });
    clock.advance(60_000);
    expect(await acme.deployments.get({ idOrUrl: old.id })).toMatchObject({ readyState: "READY", alias: [] });
    expect((await acme.deployments.get({ idOrUrl: "harbour.example.com" })).id).toBe(fresh.id);
  });

  it("of production wait for somebody to promote where the project says so", async () => {
    const here = world();
    await here.acme.projects.update({ idOrName: "harbour-site", body: { autoAssignCustomDomains: false } });
    expect(await deployed(here, "6")).toMatchObject({ readyState: "READY", readySubstate: "STAGED", alias: [] });
    expect((await here.acme.deployments.get({ idOrUrl: "harbour.example.com" })).id).toBe(production);
  });

  it("of a branch have its name, and the commit stands in the metadata", async () => {
    const { acme, clock } = world();
    const gitSource = { type: "github" as const, org: "acme", repo: "harbour-site", ref: "Fix/Quay_2" };
    const made = await acme.deployments.create({ body: { name: "harbour-site", gitSource } });
    const sha = made.gitSource?.sha ?? "";
    expect(sha).toMatch(/^[0-9a-f]{40}$/);
    expect(made).toMatchObject({ source: "git", meta: { githubCommitRef: "Fix/Quay_2", githubCommitSha: sha } });
    clock.advance(60_000);
    const host = "harbour-site-git-fix-quay-2-acme.example.app";
    expect(await acme.deployments.get({ idOrUrl: host.toUpperCase() })).toMatchObject({ id: made.id, alias: [host] });
    for (const query of [{ branch: "Fix/Quay_2" }, { sha }])
      expect((await acme.deployments.list(query)).deployments.map(({ uid }) => uid)).toEqual([made.id]);
  });

  it("of another account's project are not taken, though the projects have one name", async () => {
    const { own, acme, clock } = world();
    const body = { name: "harbour-site", target: "production", ...page("mine"), projectSettings: { framework: null } };
    const { id } = await own.deployments.create({ body });
    clock.advance(60_000);
    expect((await own.deployments.get({ idOrUrl: id })).alias).toEqual(["harbour-site-deckhand.example.app"]);
    expect((await acme.deployments.get({ idOrUrl: "harbour-site.example.app" })).id).toBe(production);
  });
});
