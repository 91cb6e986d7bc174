import { isBadRequestError, isNotFoundError, isPermissionDeniedError, type Vercel } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const acmeId = "team_1a79a4d60de6718e8e5b326e";

describe.each(ways)("tokens on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("work from the moment that they are made, and are listed without their secret", async () => {
    const { own, client } = world();
    const { token, bearerToken } = await own.tokens.create({ body: { name: "Tides" } });
    expect(token).toMatchObject({ name: "Tides", type: "token", scopes: [{ type: "user" }] });
    expect([bearerToken.slice(0, 4), bearerToken.slice(-4)]).toEqual([token.prefix, token.suffix]);
    expect((await client({ auth: bearerToken }).user.get()).user.username).toBe("deckhand");
    const { tokens, pagination } = await own.tokens.list();
    expect(tokens.map(({ name }) => name)).toEqual(["Deploys from the quay", "Tides"]);
    expect(pagination).toEqual({ count: 2, next: null, prev: null });
    expect(await own.tokens.get({ tokenId: token.id })).toEqual({ token });
    expect(JSON.stringify([tokens, await own.tokens.get({ tokenId: token.id })])).not.toContain(bearerToken);
    expect(tokens[1]).not.toHaveProperty("userId");
  });

  it("are each their own, whatever they are called", async () => {
    const { own } = world();
    const made = [];
    for (let time = 0; time < 3; time += 1) made.push(await own.tokens.create({ body: { name: "Tides" } }));
    expect(new Set(made.map(({ bearerToken }) => bearerToken)).size).toBe(3);
    expect(new Set(made.map(({ token }) => token.id)).size).toBe(3);
  });

  it("act as the user who made them, and see only the tokens of that user", async () => {
    const { own, client } = world();
    const lampkeeper = client({ auth: "lampkeeper-token" });
    expect((await lampkeeper.user.get()).user).toMatchObject({ username: "lampkeeper" });
    const { bearerToken, token } = await lampkeeper.tokens.create({ body: { name: "Second lamp" } });
    expect((await client({ auth: bearerToken }).user.get()).user.username).toBe("lampkeeper");
    expect((await lampkeeper.tokens.list()).tokens.map(({ name }) => name)).toEqual(["Lamps", "Second lamp"]);
    for (const error of await Promise.all(
      [own.tokens.get({ tokenId: token.id }), own.tokens.delete({ tokenId: token.id })].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
    expect((await lampkeeper.projects.list()).projects).toEqual([]);
    expect(isNotFoundError(await failure(lampkeeper.projects.get({ idOrName: "deck-log" })))).toBe(true);
    expect((await client({ auth: bearerToken, slug: "acme" }).projects.list()).projects).toHaveLength(2);
  });

  it("are refused from the moment that they are deleted, with what says that the token is at fault", async () => {
    const { own, client } = world();
    const { token, bearerToken } = await own.tokens.create({ body: { name: "Tides" } });
    const theirs = client({ auth: bearerToken });
    await theirs.projects.list();
    expect(await own.tokens.delete({ tokenId: token.id })).toEqual({ tokenId: token.id });
    for (const error of await Promise.all(
      [theirs.projects.list(), theirs.user.get(), theirs.tokens.list()].map(errorOf),
    ))
      expect(error).toMatchObject({ status: 403, code: "forbidden", invalidToken: true });
    expect((await own.tokens.list()).tokens).toHaveLength(1);
    expect(isNotFoundError(await failure(own.tokens.get({ tokenId: token.id })))).toBe(true);
    expect(isNotFoundError(await failure(own.tokens.delete({ tokenId: token.id })))).toBe(true);
  });

  it("end on the session's clock at the time that they were made with", async () => {
    const { own, client, clock } = world();
    const expiresAt = clock.now() + 86_400_000;
    const { token, bearerToken } = await own.tokens.create({ body: { name: "A day", expiresAt } });
    expect(token).toMatchObject({ expiresAt, scopes: [{ type: "user", expiresAt }] });
    const theirs = client({ auth: bearerToken });
    clock.advance(expiresAt - clock.now() - 1);
    await theirs.user.get();
    clock.advance(1);
    expect(await errorOf(theirs.user.get())).toMatchObject({ status: 403, invalidToken: true });
  });

  it("are refused with 400 when they would have ended already, or have no name", async () => {
    const { own, clock, send } = world();
    const past = own.tokens.create({ body: { name: "Past", expiresAt: clock.now() } });
    expect(isBadRequestError(await failure(past))).toBe(true);
    expect(await send("POST", "/v3/user/tokens", {})).toMatchObject({ status: 400 });
    const far = await own.tokens.create({ body: { name: "Far", expiresAt: Number.MAX_SAFE_INTEGER } });
    expect(far.token.expiresAt).toBe(Number.MAX_SAFE_INTEGER);
  });

  describe("for one team", () => {
    async function teamToken(): Promise<{ vc: Vercel; here: ReturnType<typeof world>; tokenId: string }> {
      const here = world();
      const { token, bearerToken } = await here.acme.tokens.create({ body: { name: "Acme alone" } });
      expect(token.scopes).toMatchObject([{ type: "team", teamId: acmeId }]);
      return { vc: here.client({ auth: bearerToken }), here, tokenId: token.id };
    }

    it("act for it without naming it, and for nothing else", async () => {
      const { vc, here } = await teamToken();
      expect((await vc.projects.list()).projects.map(({ name }) => name)).toEqual(["tide-table", "harbour-site"]);
      expect((await vc.projects.list({ slug: "acme" })).projects).toHaveLength(2);
      expect(isNotFoundError(await failure(vc.projects.get({ idOrName: "deck-log" })))).toBe(true);
      const { id: teamId } = await here.own.teams.create({ body: { slug: "pilots" } });
      for (const error of await Promise.all(
        [
          vc.projects.list({ slug: "pilots" }),
          vc.projects.list({ teamId }),
          vc.teams.get({ teamId }),
          vc.teams.update({ teamId, body: {} }),
          vc.teams.create({ body: { slug: "more" } }),
        ].map(failure),
      ))
        expect(isPermissionDeniedError(error)).toBe(true);
    });

    it("see little of the user and of other teams", async () => {
      const { vc, here } = await teamToken();
      await here.own.teams.create({ body: { slug: "pilots" } });
      const { user } = await vc.user.get();
      expect(user).toMatchObject({ limited: true, username: "deckhand" });
      expect(user).not.toHaveProperty("createdAt");
      const { teams } = await vc.teams.list();
      expect(teams).toMatchObject([{ slug: "pilots", limited: true, limitedBy: ["scope"] }, { slug: "acme" }]);
      expect(teams[0]).not.toHaveProperty("billing");
      expect(teams[1]).not.toHaveProperty("limited");
    });

    it("never reach further by a token that is made with them", async () => {
      const { vc, here, tokenId } = await teamToken();
      const { token, bearerToken } = await vc.tokens.create({ body: { name: "Child" } });
      expect(token.scopes).toMatchObject([{ type: "team", teamId: acmeId }]);
      expect((await here.client({ auth: bearerToken }).projects.list()).projects).toHaveLength(2);
      expect((await vc.tokens.list()).tokens.map(({ id }) => id)).toEqual([tokenId, token.id]);
      const all = "9f2c4e6a8b0d1f3a5c7e9b2d";
      for (const error of await Promise.all(
        [vc.tokens.get({ tokenId: all }), vc.tokens.delete({ tokenId: all })].map(failure),
      ))
        expect(isNotFoundError(error)).toBe(true);
    });

    it("end with the team, and do nothing when their user has left it", async () => {
      const { vc, here } = await teamToken();
      const lampkeeper = here.client({ auth: "lampkeeper-token", slug: "acme" });
      const theirs = here.client({ auth: (await lampkeeper.tokens.create({ body: { name: "Lamp" } })).bearerToken });
      expect((await theirs.projects.list()).projects).toHaveLength(2);
      await here.own.teamMembers.delete({ teamId: "acme", uid: "5d7e2a90c41b8f3e6a0d9b42" });
      const left = await errorOf(theirs.projects.list());
      expect(left).toMatchObject({ status: 403, code: "forbidden" });
      expect(left).not.toHaveProperty("invalidToken");
      await here.own.teams.delete({ teamId: "acme" });
      expect(await errorOf(vc.projects.list())).toMatchObject({ status: 403, invalidToken: true });
      expect((await here.own.tokens.list()).tokens.map(({ name }) => name)).toEqual(["Deploys from the quay"]);
    });
  });

  it("for one project are refused for others, and so are those that they make", async () => {
    const { acme, client } = world();
    const projectId = "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M";
    const { bearerToken } = await acme.tokens.create({ body: { name: "Tides", projectId } });
    const vc = client({ auth: bearerToken });
    const child = client({ auth: (await vc.tokens.create({ body: { name: "Child" } })).bearerToken });
    for (const one of [vc, child]) {
      expect((await one.projects.get({ idOrName: "tide-table" })).id).toBe(projectId);
      expect(await errorOf(one.projects.get({ idOrName: "harbour-site" }))).toMatchObject({ status: 403 });
    }
    const unknown = acme.tokens.create({ body: { name: "Lamps", projectId: "prj_9Tj5rMk2FzA7vQe4nD1wXs8G" } });
    expect(isNotFoundError(await failure(unknown))).toBe(true);
  });

  it("are found and ended as `current` by the call that is made with them", async () => {
    const { own, client } = world();
    const { token, bearerToken } = await own.tokens.create({ body: { name: "Tides" } });
    const theirs = client({ auth: bearerToken });
    expect(await theirs.tokens.get({ tokenId: "current" })).toEqual({ token });
    expect(await theirs.tokens.delete({ tokenId: "current" })).toEqual({ tokenId: token.id });
    expect(await errorOf(theirs.user.get())).toMatchObject({ status: 403, invalidToken: true });
  });

  it("that nobody made stand for the first of the user, and can be ended too", async () => {
    const { own, client } = world();
    const quay = "9f2c4e6a8b0d1f3a5c7e9b2d";
    expect((await own.tokens.get({ tokenId: "current" })).token.id).toBe(quay);
    expect(await own.tokens.delete({ tokenId: "current" })).toEqual({ tokenId: quay });
    expect(await errorOf(own.user.get())).toMatchObject({ status: 403, invalidToken: true });
    expect(await errorOf(client({ auth: "deckhand-token" }).user.get())).toMatchObject({ invalidToken: true });
    const other = client({ auth: "another-token-22" });
    expect((await other.user.get()).user.username).toBe("deckhand");
    expect(isNotFoundError(await failure(other.tokens.get({ tokenId: "current" })))).toBe(true);
  });

  it("keep their secrets out of the journal", async () => {
    const { own, client, journal } = world();
    const { bearerToken } = await own.tokens.create({ body: { name: "Tides" } });
    await client({ auth: bearerToken }).user.get();
    expect(JSON.stringify(journal.list())).not.toContain(bearerToken);
  });
});
