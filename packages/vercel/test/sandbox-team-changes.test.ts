import { isBadRequestError, isConflictError, isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import vercel from "@fairlead/vercel/sandbox";
import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const acmeId = "team_1a79a4d60de6718e8e5b326e";

describe.each(ways)("changes of teams on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("make a team that the user owns, and that has nothing of others", async () => {
    const { own, client } = world();
    const { id, slug } = await own.teams.create({ body: { slug: "pilots", name: "Pilots" } });
    expect(slug).toBe("pilots");
    const team = await own.teams.get({ teamId: "pilots" });
    expect(team).toMatchObject({ id, slug, name: "Pilots", membership: { role: "OWNER", confirmed: true } });
    expect((await own.teams.list()).teams.map((one) => one.slug)).toEqual(["pilots", "acme"]);
    const pilots = client({ slug: "pilots" });
    expect((await pilots.projects.list()).projects).toEqual([]);
    await pilots.projects.create({ body: { name: "harbour-site" } });
    expect((await pilots.projects.list()).projects.map(({ accountId }) => accountId)).toEqual([id]);
  });

  it("call a team by its slug when it has no name", async () => {
    const { own } = world();
    await own.teams.create({ body: { slug: "pier-7" } });
    expect(await own.teams.get({ teamId: "pier-7" })).toMatchObject({ name: "pier-7" });
  });

  it("refuse a slug that is taken with 409, and one that is no slug with 400", async () => {
    const { own } = world();
    const error = await failure(own.teams.create({ body: { slug: "lighthouse" } }));
    expect(isConflictError(error)).toBe(true);
    expect(error).toMatchObject({ body: { error: { code: "conflict" } } });
    for (const slug of ["Pier", "pier 7", "-pier", "pier--7", "ä", "", "p".repeat(49)])
      expect(isBadRequestError(await failure(own.teams.create({ body: { slug } })))).toBe(true);
    expect((await own.teams.list()).teams).toHaveLength(1);
  });

  it("keep what a change does not name, and merge groups of settings", async () => {
    const { own, clock } = world();
    const before = await own.teams.get({ teamId: "acme" });
    clock.advance(1000);
    await own.teams.update({ teamId: "acme", body: { resourceConfig: { buildMachine: { default: "turbo" } } } });
    const after = await own.teams.update({
      teamId: "acme",
      body: { description: "Piers", previewDeploymentSuffix: null, sensitiveEnvironmentVariablePolicy: "on" },
    });
    expect(after).toEqual({
      ...before,
      description: "Piers",
      previewDeploymentSuffix: null,
      sensitiveEnvironmentVariablePolicy: "on",
      resourceConfig: { buildMachine: { default: "turbo" } },
      updatedAt: clock.now(),
    });
    expect(await own.teams.get({ teamId: acmeId })).toEqual(after);
  });

  it("turn names of times into days, and say since when a rule holds", async () => {
    const { own, clock } = world();
    const expiring = await own.teams.update({
      teamId: "acme",
      body: { defaultExpirationSettings: { expiration: "2w", expirationProduction: "1y", expirationErrored: "1d" } },
    });
    expect(expiring.defaultExpirationSettings).toEqual({
      deploymentsToKeep: 10,
      expirationDays: 14,
      expirationDaysProduction: 365,
      expirationDaysErrored: 1,
    });
    const body = {
      defaultExpirationSettings: { expiration: "unlimited" },
      strictConnectors: { enabled: true },
    } as const;
    const unlimited = await own.teams.update({ teamId: "acme", body });
    expect(unlimited.defaultExpirationSettings).toEqual({
      deploymentsToKeep: 10,
      expirationDaysProduction: 365,
      expirationDaysErrored: 1,
    });
    expect(unlimited.strictConnectors).toEqual({ enabled: true, updatedAt: clock.now() });
  });

  it("never show a password, and take the protection off by null", async () => {
    const { own } = world();
    const protection = { passwordProtection: { deploymentType: "all" as const, password: "not-a-real-password" } };
    const shown = await own.teams.update({
      teamId: "acme",
      body: { defaultDeploymentProtection: { ...protection, ssoProtection: {} } },
    });
    expect(shown.defaultDeploymentProtection).toEqual({
      passwordProtection: { deploymentType: "all" },
      ssoProtection: { deploymentType: "preview" },
    });
    const off = await own.teams.update({
      teamId: "acme",
      body: { defaultDeploymentProtection: { ssoProtection: null } },
    });
    expect(off.defaultDeploymentProtection).toEqual({
      passwordProtection: { deploymentType: "all" },
      ssoProtection: null,
    });
  });

  it("keep roles of a directory when only its enforcement changes", async () => {
    const { own } = world();
    const roles = { pilots: "VIEWER" as const, crews: { accessGroupId: "ag_1" } };
    const first = await own.teams.update({ teamId: "acme", body: { saml: { roles } } });
    expect(first.saml).toEqual({ enforced: false, roles });
    const second = await own.teams.update({ teamId: "acme", body: { saml: { enforced: true } } });
    expect(second.saml).toEqual({ enforced: true, roles });
  });

  it("take a setting away by a text, and members that no request sets are passed over", async () => {
    const { own } = world();
    const set = await own.teams.update({ teamId: "acme", body: { nsnbConfig: { preference: "block" } } });
    expect(set.nsnbConfig).toEqual({ preference: "block" });
    const forged = { nsnbConfig: "", billing: { plan: "enterprise" }, creatorId: "somebody", id: "team_other" };
    const gone = await own.teams.update({ teamId: "acme", body: forged });
    expect(gone).not.toHaveProperty("nsnbConfig");
    expect(gone).toMatchObject({ id: acmeId, billing: { plan: "pro" }, creatorId: "5c8a3b2f9d4e1a7b6c0f2e1d" });
  });

  it("make a new code of invitations, and another each time", async () => {
    const { own, clock } = world();
    const codes = [];
    for (let time = 0; time < 2; time += 1) {
      clock.advance(1);
      codes.push((await own.teams.update({ teamId: "acme", body: { regenerateInviteCode: true } })).inviteCode);
    }
    expect(new Set(codes).size).toBe(2);
    expect((await own.teams.get({ teamId: "acme" })).inviteCode).toBe(codes[1]);
  });

  it("rename a team: the old slug ends, and a taken one is refused", async () => {
    const { own, client } = world();
    expect(isConflictError(await failure(own.teams.update({ teamId: "acme", body: { slug: "lighthouse" } })))).toBe(
      true,
    );
    expect(isBadRequestError(await failure(own.teams.update({ teamId: "acme", body: { slug: "A B" } })))).toBe(true);
    await own.teams.update({ teamId: "acme", body: { slug: "harbour" } });
    expect((await client({ slug: "harbour" }).projects.list()).projects).toHaveLength(2);
    expect(isPermissionDeniedError(await failure(client({ slug: "acme" }).projects.list()))).toBe(true);
    expect(isNotFoundError(await failure(own.teams.get({ teamId: "acme" })))).toBe(true);
  });

  it("are for owners alone, and of teams that the user is in", async () => {
    const { client, own } = world();
    const lampkeeper = client({ auth: "lampkeeper-token" });
    for (const error of await Promise.all(
      [
        lampkeeper.teams.update({ teamId: "acme", body: { name: "Lamps" } }),
        lampkeeper.teams.delete({ teamId: "acme" }),
        own.teams.update({ teamId: "lighthouse", body: { name: "Lamps" } }),
        own.teams.delete({ teamId: "lighthouse" }),
      ].map(errorOf),
    ))
      expect(error).toMatchObject({ status: 403, code: "forbidden" });
    expect(isNotFoundError(await failure(own.teams.delete({ teamId: "nowhere" })))).toBe(true);
    expect(await own.teams.get({ teamId: "acme" })).toMatchObject({ name: "Acme" });
  });

  it("take all that a deleted team has along, and nothing of others", async () => {
    const { own, acme, api } = world();
    const { store } = api.vercel;
    await acme.tokens.create({ body: { name: "Tides" } });
    const kinds = Object.keys(vercel.tables.resources).filter((kind) => kind !== "Credential");
    const projects = store.list("Project", { accountId: acmeId }).map(({ id }) => String(id));
    const ofAcme = (): string[] => {
      const isOf = (one: object): boolean => [acmeId, ...projects].some((id) => JSON.stringify(one).includes(id));
      return kinds.filter((kind) => store.list(kind, isOf).length > 0);
    };
    expect(ofAcme()).toEqual(
      expect.arrayContaining(["Project", "Domain", "Deployment", "File", "EnvVar", "AuthToken"]),
    );
    expect(await own.teams.delete({ teamId: "acme" })).toEqual({ id: acmeId });
    expect(isNotFoundError(await failure(own.teams.get({ teamId: "acme" })))).toBe(true);
    expect(isPermissionDeniedError(await failure(acme.projects.list()))).toBe(true);
    expect(ofAcme()).toEqual([]);
    expect((await own.projects.list()).projects.map(({ name }) => name)).toEqual(["deck-log"]);
    expect(store.list("Project", { name: "lamp" })).toHaveLength(1);
    expect((await own.teams.list()).teams).toEqual([]);
    await own.teams.create({ body: { slug: "acme" } });
  });

  it("give users another default team, the named one where they are in it", async () => {
    const { own, client } = world();
    const { id: pilots } = await own.teams.create({ body: { slug: "pilots" } });
    expect(await own.teams.delete({ teamId: "acme", newDefaultTeamId: pilots })).toEqual({ id: acmeId });
    expect((await own.user.get()).user.defaultTeamId).toBe(pilots);
    expect((await client({ auth: "lampkeeper-token" }).user.get()).user.defaultTeamId).toBeNull();
    const lighthouse = "team_9c2e7b1f4a8d3056e1b2c7f4";
    expect(await own.teams.delete({ teamId: "pilots", newDefaultTeamId: lighthouse })).toEqual({
      id: pilots,
      newDefaultTeamIdError: true,
    });
    expect((await own.user.get()).user.defaultTeamId).toBeNull();
  });

  it("take reasons in the body of a deletion", async () => {
    const { own } = world();
    const body = { reasons: [{ slug: "not-needed", description: "The season is over" }] };
    expect(await own.teams.delete({ teamId: "acme", body })).toEqual({ id: acmeId });
  });
});
