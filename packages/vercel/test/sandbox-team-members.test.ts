import { isBadRequestError, isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const teamId = "acme";
const deckhand = "5c8a3b2f9d4e1a7b6c0f2e1d";
const lampkeeper = "5d7e2a90c41b8f3e6a0d9b42";
const harbourSite = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";

describe.each(ways)("members of teams on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are listed newest first with what they are, in the team and in its projects", async () => {
    const { own } = world();
    const { members, emailInviteCodes, pagination } = await own.teamMembers.list({ teamId });
    expect(members.map(({ uid, role, confirmed }) => [uid, role, confirmed])).toEqual([
      [lampkeeper, "DEVELOPER", true],
      [deckhand, "OWNER", true],
    ]);
    expect(members[0]).toMatchObject({
      username: "lampkeeper",
      email: "lampkeeper@example.com",
      teamRoles: ["DEVELOPER"],
      projects: [{ id: harbourSite, name: "harbour-site", role: "PROJECT_DEVELOPER" }],
    });
    expect(members[0]).not.toHaveProperty("teamId");
    expect(members[0]).not.toHaveProperty("avatar");
    expect(emailInviteCodes).toEqual([]);
    expect(pagination).toMatchObject({ count: 2, hasNext: false, next: null });
  });

  it("are cut into pages that say whether more follow", async () => {
    const { own } = world();
    const first = await own.teamMembers.list({ teamId, limit: 1 });
    expect(first.members.map(({ uid }) => uid)).toEqual([lampkeeper]);
    expect(first.pagination).toMatchObject({ count: 1, hasNext: true });
    const walked: string[] = [];
    for await (const { username } of own.teamMembers.list({ teamId, limit: 1 })) walked.push(username);
    expect(walked).toEqual(["lampkeeper", "deckhand"]);
  });

  it("are filtered by role, by text, and by what they are in a project", async () => {
    const { own } = world();
    const names = async (filter: object): Promise<string[]> =>
      (await own.teamMembers.list({ teamId, ...filter })).members.map(({ username }) => username);
    expect(await names({ role: "OWNER" })).toEqual(["deckhand"]);
    expect(await names({ search: "LAMP" })).toEqual(["lampkeeper"]);
    expect(await names({ search: "@example.com" })).toHaveLength(2);
    expect(await names({ search: "nobody" })).toEqual([]);
    expect(await names({ excludeProject: harbourSite })).toEqual(["deckhand"]);
    await own.teamMembers.invite({ teamId, body: [{ email: "pilot@example.com" }] });
    expect(await names({ eligibleMembersForProjectId: harbourSite })).toEqual(["deckhand"]);
    expect(await names({ excludeProject: harbourSite })).toEqual(["pilot", "deckhand"]);
  });

  it("are invited, wait, and get in: only then the team is theirs", async () => {
    const { own, client, api } = world();
    const projects = [{ projectId: harbourSite, role: "PROJECT_GUEST" as const }];
    const pilot = await own.teamMembers.invite({
      teamId,
      body: [{ email: "Pilot.Two@example.com", role: "CONTRIBUTOR", projects }, { email: "tallyman@example.com" }],
    });
    expect(pilot).toMatchObject({ email: "Pilot.Two@example.com", username: "pilot-two", role: "CONTRIBUTOR" });
    const { members } = await own.teamMembers.list({ teamId });
    expect(members.slice(0, 2)).toMatchObject([
      { username: "tallyman", role: "VIEWER", confirmed: false, projects: [] },
      { uid: pilot.uid, confirmed: false, projects: [{ id: harbourSite, role: "PROJECT_GUEST" }] },
    ]);
    api.vercel.store.create("Credential", { token: "pilot-token", userId: pilot.uid, teamId: null, projectId: null });
    const theirs = client({ auth: "pilot-token" });
    expect((await theirs.user.get()).user.username).toBe("pilot-two");
    expect((await theirs.teams.list()).teams).toEqual([]);
    const site = { idOrName: "harbour-site", slug: "acme" };
    expect(isPermissionDeniedError(await failure(theirs.projects.get(site)))).toBe(true);
    expect((await own.projectMembers.list(site)).members.map(({ username }) => username)).toEqual(["lampkeeper"]);
    const done = await own.teamMembers.update({ teamId, uid: pilot.uid, body: { confirmed: true } });
    expect(done).toEqual({ id: "team_1a79a4d60de6718e8e5b326e" });
    expect((await theirs.projects.get(site)).name).toBe("harbour-site");
    expect(await theirs.teams.get({ teamId })).toMatchObject({ membership: { role: "CONTRIBUTOR", uid: pilot.uid } });
  });

  it("may be invited alone, without a list, and by older versions of the path", async () => {
    const { own, send } = world();
    const pilot = await own.teamMembers.invite({ teamId, body: { email: "pilot@example.com", role: "MEMBER" } });
    const again = await send("POST", "/v1/teams/acme/members", { email: "PILOT@example.com", role: "BILLING" });
    expect(again).toMatchObject({ status: 200, json: { uid: pilot.uid, role: "BILLING" } });
    const { members } = await own.teamMembers.list({ teamId, role: "BILLING" });
    expect(members.map(({ uid }) => uid)).toEqual([pilot.uid]);
  });

  it("are not invited when they are in, by no address, or to projects of others: nobody is then", async () => {
    const { own, api } = world();
    const people = api.vercel.store.list("User").length;
    const good = { email: "pilot@example.com" };
    for (const body of [[good, { email: "lampkeeper@example.com" }], [good, { email: "no address" }], []])
      expect(isBadRequestError(await failure(own.teamMembers.invite({ teamId, body })))).toBe(true);
    const foreign = [{ projectId: "prj_9Tj5rMk2FzA7vQe4nD1wXs8G", role: "ADMIN" as const }];
    const unknown = own.teamMembers.invite({
      teamId,
      body: [good, { email: "tallyman@example.com", projects: foreign }],
    });
    expect(isNotFoundError(await failure(unknown))).toBe(true);
    expect((await own.teamMembers.list({ teamId })).members).toHaveLength(2);
    expect(api.vercel.store.list("User")).toHaveLength(people);
  });

  it("refuse a role that there is not", async () => {
    const { send } = world();
    for (const [method, path, body] of [
      ["POST", "/v2/teams/acme/members", [{ email: "pilot@example.com", role: "CAPTAIN" }]],
      ["PATCH", `/v1/teams/acme/members/${lampkeeper}`, { role: "CAPTAIN" }],
    ] as const)
      expect(await send(method, path, body)).toMatchObject({ status: 400, json: { error: { code: "bad_request" } } });
  });

  it("get other roles and permissions, and keep what a change does not name", async () => {
    const { own } = world();
    const uid = lampkeeper;
    await own.teamMembers.update({ teamId, uid, body: { teamPermissions: ["UsageViewer", "UsageViewer"] } });
    await own.teamMembers.update({
      teamId,
      uid,
      body: {
        role: "MEMBER",
        projects: [
          { projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M", role: "ADMIN" },
          { projectId: harbourSite, role: null },
        ],
      },
    });
    const { members } = await own.teamMembers.list({ teamId, search: "lampkeeper" });
    expect(members).toMatchObject([
      { role: "MEMBER", teamPermissions: ["UsageViewer"], projects: [{ name: "tide-table", role: "ADMIN" }] },
    ]);
    const projects = [{ projectId: "prj_unknown", role: "ADMIN" as const }];
    const unknown = { role: "OWNER" as const, projects };
    expect(isNotFoundError(await failure(own.teamMembers.update({ teamId, uid, body: unknown })))).toBe(true);
    expect((await own.teamMembers.list({ teamId, role: "OWNER" })).members).toHaveLength(1);
  });

  it("always have an owner among them", async () => {
    const { own, client } = world();
    for (const error of await Promise.all(
      [
        own.teamMembers.update({ teamId, uid: deckhand, body: { role: "MEMBER" } }),
        own.teamMembers.delete({ teamId, uid: deckhand }),
      ].map(errorOf),
    ))
      expect(error).toMatchObject({ status: 403, code: "forbidden" });
    const { uid } = await own.teamMembers.invite({ teamId, body: { email: "pilot@example.com", role: "OWNER" } });
    expect(await errorOf(own.teamMembers.delete({ teamId, uid: deckhand }))).toMatchObject({ status: 403 });
    await own.teamMembers.delete({ teamId, uid });
    await own.teamMembers.update({ teamId, uid: lampkeeper, body: { role: "OWNER" } });
    await own.teamMembers.update({ teamId, uid: deckhand, body: { role: "VIEWER" } });
    expect(await errorOf(own.teams.delete({ teamId }))).toMatchObject({ status: 403 });
    const theirs = client({ auth: "lampkeeper-token" });
    expect((await theirs.teamMembers.delete({ teamId, uid: deckhand })).id).toBe("team_1a79a4d60de6718e8e5b326e");
    expect(isPermissionDeniedError(await failure(own.teams.get({ teamId })))).toBe(true);
  });

  it("show only what they are in projects of the team, and part from a directory", async () => {
    const { own, client, api } = world();
    const { store } = api.vercel;
    await own.teams.create({ body: { slug: "pilots" } });
    const { uid } = await own.teamMembers.invite({ teamId: "pilots", body: { email: "lampkeeper@example.com" } });
    expect(uid).toBe(lampkeeper);
    const inPilots = async () => (await own.teamMembers.list({ teamId: "pilots", search: "lampkeeper" })).members[0];
    expect(await inPilots()).toMatchObject({ role: "VIEWER", confirmed: false, projects: [] });
    const [member] = store.list("TeamMember", { uid, role: "VIEWER" });
    if (member === undefined) throw new Error("The invitation is not stored");
    store.update("TeamMember", member, { joinedFrom: { origin: "saml", ssoUserId: "dir-7" } });
    await own.teamMembers.update({ teamId: "pilots", uid, body: { confirmed: true, joinedFrom: { ssoUserId: null } } });
    expect((await inPilots())?.joinedFrom).toEqual({ origin: "saml" });
    const theirs = client({ auth: "lampkeeper-token" });
    expect((await theirs.teams.list()).teams.map(({ slug }) => slug)).toEqual(["pilots", "acme"]);
    await theirs.teamMembers.delete({ teamId: "pilots", uid });
    expect((await theirs.user.get()).user.defaultTeamId).toBe("team_1a79a4d60de6718e8e5b326e");
  });

  it("leave by themselves, with their projects and another default team", async () => {
    const { own, client } = world();
    const theirs = client({ auth: "lampkeeper-token" });
    const { id: pilots } = await theirs.teams.create({ body: { slug: "pilots" } });
    await theirs.teamMembers.delete({ teamId, uid: lampkeeper, newDefaultTeamId: pilots });
    expect((await theirs.user.get()).user.defaultTeamId).toBe(pilots);
    expect((await theirs.teams.list()).teams.map(({ slug }) => slug)).toEqual(["pilots"]);
    expect((await own.projectMembers.list({ idOrName: "harbour-site", slug: "acme" })).members).toEqual([]);
    const gone = await failure(own.teamMembers.delete({ teamId, uid: lampkeeper }));
    expect(isNotFoundError(gone)).toBe(true);
  });

  it("are changed by owners alone, and seen only by those who are in the team", async () => {
    const { own, client } = world();
    const theirs = client({ auth: "lampkeeper-token" });
    expect((await theirs.teamMembers.list({ teamId })).members).toHaveLength(2);
    for (const error of await Promise.all(
      [
        theirs.teamMembers.invite({ teamId, body: [{ email: "pilot@example.com" }] }),
        theirs.teamMembers.update({ teamId, uid: lampkeeper, body: { role: "OWNER" } }),
        theirs.teamMembers.delete({ teamId, uid: deckhand }),
        own.teamMembers.list({ teamId: "lighthouse" }),
        own.teamMembers.invite({ teamId: "lighthouse", body: [{ email: "deckhand@example.com" }] }),
      ].map(errorOf),
    ))
      expect(error).toMatchObject({ status: 403, code: "forbidden" });
    for (const error of await Promise.all(
      [
        own.teamMembers.list({ teamId: "nowhere" }),
        own.teamMembers.update({ teamId, uid: "nobody", body: {} }),
        own.teamMembers.delete({ teamId, uid: "nobody" }),
      ].map(errorOf),
    ))
      expect(error).toMatchObject({ status: 404, code: "not_found" });
  });
});
