import { isNotFoundError, isPermissionDeniedError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

describe.each(ways)("user and teams on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("know every token as the one user, who is wrapped in the answer", async () => {
    const { own, client } = world();
    const { user } = await own.user.get();
    expect(user).toMatchObject({ username: "deckhand", defaultTeamId: "team_1a79a4d60de6718e8e5b326e" });
    expect(await client({ auth: "another-token-22" }).user.get()).toEqual({ user });
  });

  it("refuse a token that is not valid with 403", async () => {
    const { client } = world();
    const error = await failure(client({ auth: "invalid-token-1" }).user.get());
    expect(isPermissionDeniedError(error)).toBe(true);
    expect(error).toMatchObject({ status: 403, body: { error: { code: "forbidden" } } });
  });

  it("refuse everything when the user is gone", async () => {
    const { own, api } = world();
    const { store } = api.vercel;
    for (const user of store.list("User")) store.remove("User", user);
    const error = await failure(own.projects.list());
    expect(error).toMatchObject({ status: 403, body: { error: { code: "forbidden", invalidToken: true } } });
  });

  it("list only teams that the user is in, by pages, newest first", async () => {
    const { own, api } = world();
    const first = await own.teams.list();
    expect(first.teams.map(({ slug }) => slug)).toEqual(["acme"]);
    expect(first.pagination).toMatchObject({ count: 1, next: null });
    const { store } = api.vercel;
    const [acme] = store.list("Team", { slug: "acme" });
    const [deckhand] = store.list("TeamMember", { username: "deckhand" });
    for (const [slug, confirmed] of [["buoy", true] as const, ["crane", true] as const, ["invited", false] as const]) {
      const teamId = `team_${slug}`;
      store.create("Team", { ...acme, id: teamId, slug, createdAt: undefined });
      store.create("TeamMember", { ...deckhand, teamId, confirmed, createdAt: undefined });
    }
    const page = await own.teams.list({ limit: 2 });
    expect(page.teams.map(({ slug }) => slug)).toEqual(["crane", "buoy"]);
    expect(page.pagination.next).toBe(first.teams[0]?.createdAt);
    const walked: string[] = [];
    for await (const { slug } of own.teams.list({ limit: 1 })) walked.push(slug);
    expect(walked).toEqual(["crane", "buoy", "acme"]);
  });

  it("give a team by its id and by its slug, with nothing around it", async () => {
    const { own } = world();
    const team = await own.teams.get({ teamId: "acme" });
    expect(team).toMatchObject({ id: "team_1a79a4d60de6718e8e5b326e", membership: { role: "OWNER" } });
    expect(await own.teams.get({ teamId: team.id })).toEqual(team);
  });

  it("refuse a team of others with 403, and know none that is not there", async () => {
    const { own } = world();
    expect(isPermissionDeniedError(await failure(own.teams.get({ teamId: "lighthouse" })))).toBe(true);
    const error = await failure(own.teams.get({ teamId: "harbour" }));
    expect(isNotFoundError(error)).toBe(true);
    expect(error).toMatchObject({ body: { error: { code: "not_found" } } });
  });

  it("refuse calls for a team that the user is not in, whether it exists or not, and by both names", async () => {
    const { client } = world();
    for (const scope of [
      { slug: "lighthouse" },
      { teamId: "team_9c2e7b1f4a8d3056e1b2c7f4" },
      { teamId: "team_unknown" },
      { slug: "unknown" },
    ]) {
      const error = await failure(client(scope).projects.list());
      expect(error).toMatchObject({ status: 403, body: { error: { code: "forbidden" } } });
    }
  });

  it("answer real paths of the command-line tool: no version, an old one, and /now", async () => {
    const { send } = world();
    for (const path of ["/teams/acme", "/v1/teams/acme"])
      expect(await send("GET", path)).toMatchObject({ status: 200, json: { slug: "acme" } });
    expect(await send("GET", "/v1/teams")).toMatchObject({ status: 200, json: { teams: [{ slug: "acme" }] } });
    expect(await send("GET", "/now/user")).toMatchObject({ status: 200, json: { user: { username: "deckhand" } } });
  });
});
