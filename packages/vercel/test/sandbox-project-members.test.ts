import { isBadRequestError, isNotFoundError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const idOrName = "tide-table";
const tideTable = "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M";
const deckhand = "5c8a3b2f9d4e1a7b6c0f2e1d";
const lampkeeper = "5d7e2a90c41b8f3e6a0d9b42";

describe.each(ways)("members of projects on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are listed with their roles in the project and in the team", async () => {
    const { acme } = world();
    const { members, pagination } = await acme.projectMembers.list({ idOrName: "harbour-site" });
    expect(members).toMatchObject([
      {
        uid: lampkeeper,
        username: "lampkeeper",
        role: "PROJECT_DEVELOPER",
        teamRole: "DEVELOPER",
        computedProjectRole: "PROJECT_DEVELOPER",
      },
    ]);
    expect(members[0]).not.toHaveProperty("projectId");
    expect(pagination).toMatchObject({ count: 1, hasNext: false, next: null });
    expect((await acme.projectMembers.list({ idOrName })).members).toEqual([]);
  });

  it("are added by id, by name and by address, and the better of two roles counts", async () => {
    const { acme } = world();
    const added = await acme.projectMembers.add({ idOrName, body: { uid: deckhand, role: "PROJECT_VIEWER" } });
    expect(added).toEqual({ id: tideTable });
    await acme.projectMembers.add({ idOrName, body: { email: "Lampkeeper@example.com", role: "ADMIN" } });
    const roles = async (): Promise<unknown[]> =>
      (await acme.projectMembers.list({ idOrName })).members.map(({ username, role, computedProjectRole }) => [
        username,
        role,
        computedProjectRole,
      ]);
    expect(await roles()).toEqual([
      ["lampkeeper", "ADMIN", "ADMIN"],
      ["deckhand", "PROJECT_VIEWER", "ADMIN"],
    ]);
    await acme.projectMembers.add({ idOrName, body: { username: "lampkeeper", role: "PROJECT_VIEWER" } });
    expect(await roles()).toEqual([
      ["lampkeeper", "PROJECT_VIEWER", "PROJECT_DEVELOPER"],
      ["deckhand", "PROJECT_VIEWER", "ADMIN"],
    ]);
  });

  it("are cut into pages, and looked for by text", async () => {
    const { acme } = world();
    for (const uid of [deckhand, lampkeeper])
      await acme.projectMembers.add({ idOrName, body: { uid, role: "PROJECT_VIEWER" } });
    const first = await acme.projectMembers.list({ idOrName, limit: 1 });
    expect(first.pagination).toMatchObject({ count: 1, hasNext: true });
    const walked: string[] = [];
    for await (const { username } of acme.projectMembers.list({ idOrName, limit: 1 })) walked.push(username);
    expect(walked).toEqual(["lampkeeper", "deckhand"]);
    const { members } = await acme.projectMembers.list({ idOrName, search: "deck" });
    expect(members.map(({ uid }) => uid)).toEqual([deckhand]);
  });

  it("are people of the team that the project is of", async () => {
    const { acme, own } = world();
    await own.teamMembers.invite({ teamId: "acme", body: [{ email: "pilot@example.com" }] });
    for (const body of [
      { uid: "nobody", role: "ADMIN" as const },
      { username: "nobody", role: "ADMIN" as const },
      { email: "pilot@example.com", role: "ADMIN" as const },
    ])
      expect(isBadRequestError(await failure(acme.projectMembers.add({ idOrName, body })))).toBe(true);
    const personal = own.projectMembers.add({ idOrName: "deck-log", body: { uid: deckhand, role: "ADMIN" } });
    expect(isBadRequestError(await failure(personal))).toBe(true);
    expect((await acme.projectMembers.list({ idOrName })).members).toEqual([]);
  });

  it("need a name of the person and a role that can be given", async () => {
    const { send } = world();
    for (const body of [{ role: "ADMIN" }, { uid: lampkeeper }, { uid: lampkeeper, role: "PROJECT_GUEST" }])
      expect(await send("POST", `/v1/projects/${idOrName}/members?slug=acme`, body)).toMatchObject({ status: 400 });
  });

  it("are removed and stay in the team", async () => {
    const { acme, own } = world();
    const site = { idOrName: "harbour-site", uid: lampkeeper };
    expect(await acme.projectMembers.delete(site)).toEqual({ id: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N" });
    expect(isNotFoundError(await failure(acme.projectMembers.delete(site)))).toBe(true);
    const { members } = await own.teamMembers.list({ teamId: "acme" });
    expect(members[0]).toMatchObject({ uid: lampkeeper, projects: [] });
  });

  it("are changed by admins of the project and owners of the team, and leave by themselves", async () => {
    const { acme, client } = world();
    const theirs = client({ auth: "lampkeeper-token", slug: "acme" });
    const adding = { idOrName, body: { uid: lampkeeper, role: "ADMIN" as const } };
    expect(await errorOf(theirs.projectMembers.add(adding))).toMatchObject({ status: 403, code: "forbidden" });
    await acme.projectMembers.add(adding);
    await theirs.projectMembers.add({ idOrName, body: { uid: deckhand, role: "PROJECT_VIEWER" } });
    await theirs.projectMembers.delete({ idOrName, uid: deckhand });
    await acme.projectMembers.add({ idOrName: "harbour-site", body: { uid: deckhand, role: "PROJECT_VIEWER" } });
    const others = theirs.projectMembers.delete({ idOrName: "harbour-site", uid: deckhand });
    expect(await errorOf(others)).toMatchObject({ status: 403 });
    await theirs.projectMembers.delete({ idOrName: "harbour-site", uid: lampkeeper });
    expect((await acme.projectMembers.list({ idOrName: "harbour-site" })).members).toMatchObject([{ uid: deckhand }]);
  });

  it("are those of the account that the query names", async () => {
    const { acme, own } = world();
    for (const error of await Promise.all(
      [
        own.projectMembers.list({ idOrName }),
        acme.projectMembers.list({ idOrName: "lamp" }),
        own.projectMembers.add({ idOrName, body: { uid: deckhand, role: "ADMIN" } }),
        own.projectMembers.delete({ idOrName: "harbour-site", uid: lampkeeper }),
        acme.projectMembers.delete({ idOrName, uid: lampkeeper }),
      ].map(errorOf),
    ))
      expect(error).toMatchObject({ status: 404, code: "not_found" });
  });

  it("go with their project", async () => {
    const { acme, api } = world();
    await acme.projects.delete({ idOrName: "harbour-site" });
    expect(api.vercel.store.list("ProjectMember")).toEqual([]);
  });
});
