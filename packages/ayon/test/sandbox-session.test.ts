import {
  type Ayon,
  apiKey,
  isAuthError,
  isAuthenticationError,
  isPermissionDeniedError,
  isRateLimitError,
  isServerError,
  login,
} from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const artist = { name: "compositor_1", password: "fictional-passphrase-1" };
const hourMs = 60 * 60 * 1000;

/** The token of a login, and a client of it. */
async function logIn({ client, admin }: World) {
  const { token } = await admin.auth.login({ body: artist });
  return { token, holder: client(token) };
}

describe.each(ways)("a session on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("begins with one login, whose token goes with all calls", async () => {
    const { admin, sent } = world();
    expect((await admin.projects.list()).projects.map(({ name }) => name)).toEqual(["harbour_short", "studio_library"]);
    expect((await admin.users.me()).name).toBe("admin");
    expect(sent).toEqual(["POST /api/auth/login", "GET /api/projects", "GET /api/users/me"]);
  });

  it("is refused with 403 to a wrong password, an unknown name, a service user and an inactive one", async () => {
    const { client, admin, sent } = world();
    await admin.users.update({ user_name: "producer", body: { active: false } });
    const wrong = [
      { ...artist, password: "another" },
      { name: "nobody", password: "nobody" },
      { name: "render_service", password: "render_service" },
      { name: "producer", password: "producer" },
    ];
    for (const user of wrong) {
      const refused = await failure(admin.auth.login({ body: user }));
      expect(isPermissionDeniedError(refused) && refused.body).toMatchObject({ code: 403 });
    }
    const before = sent.length;
    expect(isAuthError(await failure(client(login({ ...artist, password: "another" })).users.me()))).toBe(true);
    expect(sent.slice(before)).toEqual(["POST /api/auth/login"]);
  });

  it("takes the name in other case and with blanks around it", async () => {
    const { admin } = world();
    const { user } = await admin.auth.login({ body: { ...artist, name: " Compositor_1 " } });
    expect(user.name).toBe("compositor_1");
  });

  it("ends after 72 hours, and the client begins another one, once for all calls that wait for it", async () => {
    const { admin, clock, sent } = world();
    await admin.users.me();
    clock.advance(72 * hourMs - 1);
    await admin.users.me();
    expect(sent.filter((one) => one.includes("login"))).toHaveLength(1);
    clock.advance(1);
    await Promise.all([admin.users.me(), admin.projects.list(), admin.addons.list()]);
    expect(sent.filter((one) => one.includes("login"))).toHaveLength(2);
  });

  it("ends with a logout, and no other session with it", async () => {
    const here = world();
    const first = await logIn(here);
    const second = await logIn(here);
    const { url, fetch } = here.api.ayon;
    const headers = { authorization: `Bearer ${first.token}` };
    expect((await fetch(`${url}/api/auth/logout`, { method: "POST", headers })).status).toBe(200);
    expect(isAuthenticationError(await failure(first.holder.users.me()))).toBe(true);
    expect((await second.holder.users.me()).name).toBe("compositor_1");
  });

  it("leaves an event when it begins and when it ends, and a service's none", async () => {
    const { client, api } = world();
    const { token } = await client("token-of-nobody").auth.login({ body: artist });
    await client(token).auth.logout();
    await client(apiKey("a-key-of-tests")).auth.createSession({ body: {} });
    expect(api.ayon.store.list("Event", { user: artist.name }).map(({ topic }) => topic)).toEqual([
      "auth.login",
      "auth.logout",
    ]);
    expect(api.ayon.store.list("Event", { user: "render_service" })).toEqual([]);
  });

  it("ends for whoever was deleted, and rests while somebody is inactive", async () => {
    const here = world();
    const { holder } = await logIn(here);
    await here.admin.users.update({ user_name: "compositor_1", body: { active: false } });
    expect(isAuthenticationError(await failure(holder.users.me()))).toBe(true);
    await here.admin.users.update({ user_name: "compositor_1", body: { active: true } });
    expect((await holder.users.me()).name).toBe("compositor_1");
    await here.admin.users.delete({ user_name: "compositor_1" });
    expect(isAuthenticationError(await failure(holder.users.me()))).toBe(true);
  });

  it("can't be had an eleventh time in a minute: 503, and again after it", async () => {
    const { client, clock } = world();
    const { auth } = client("token-of-nobody");
    for (let count = 0; count < 10; count += 1) await auth.login({ body: artist });
    const refused = await failure(auth.login({ body: artist }));
    expect(isRateLimitError(refused) && [refused.status, refused.body]).toMatchObject([503, { code: 503 }]);
    clock.advance(60_000);
    expect((await auth.login({ body: artist })).user.name).toBe("compositor_1");
  });

  it("is not needed by a service, whose key says who it is", async () => {
    const { client } = world();
    expect((await client(apiKey("fictionalkey00000000000000007f3a")).users.me()).name).toBe("render_service");
  });

  it("of any other key of 8 characters or more is the service's too, unless the key begins with `invalid`", async () => {
    const { client } = world();
    expect((await client(apiKey("12345678")).users.me()).name).toBe("render_service");
    for (const key of ["1234567", "invalid-key"])
      expect(isAuthenticationError(await failure(client(apiKey(key)).users.me()))).toBe(true);
  });

  it("lets a service act as somebody else, with the rights of that user", async () => {
    const { client } = world();
    const artist = client(apiKey("a-key-of-tests"), "compositor_1");
    expect((await artist.users.me()).name).toBe("compositor_1");
    expect((await artist.projects.list()).projects.map(({ name }) => name)).toEqual(["harbour_short"]);
    const refused = await failure(artist.projects.create({ body: { name: "of_an_artist", code: "ofa" } }));
    expect(isPermissionDeniedError(refused)).toBe(true);
  });

  it("lets nobody else act as somebody, and fails at a name that does not exist", async () => {
    const { client } = world();
    expect((await client(login(artist), "admin").users.me()).name).toBe("compositor_1");
    const refused = await failure(client(apiKey("a-key-of-tests"), "nobody_here").users.me());
    expect(isServerError(refused) && refused.status).toBe(500);
  });

  it("tells a user the workstations that the user was seen on", async () => {
    const { client, admin } = world();
    const sitesOf = async (who: Ayon) => (await who.server.getInfo()).sites?.map(({ id }) => id);
    expect(await sitesOf(client(login(artist)))).toEqual(["harbour-comp-07", "harbour-layout-02"]);
    expect(await sitesOf(admin)).toEqual([]);
  });

  it("of somebody else than a manager shows no hashes, and nothing shows a password", async () => {
    const here = world();
    const { holder, token } = await logIn(here);
    const own = JSON.stringify([await holder.users.me(), await holder.server.getInfo()]);
    expect(own).toContain("compositor_1@example.com");
    expect(own).not.toContain("password");
    const all = JSON.stringify([
      await here.admin.users.get({ user_name: "compositor_1" }),
      here.api.ayon.store.list("User"),
      here.journal.list(),
    ]);
    expect(all).toContain('"password":"');
    expect(all).not.toContain(artist.password);
    expect(all).not.toContain(token);
    expect(all).not.toContain("fictionalkey00000000000000007f3a");
  });
});
