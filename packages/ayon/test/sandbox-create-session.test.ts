import { apiKey, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { renderKey } from "../src/sandbox/seed/users.ts";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));

describe.each(ways)("a further session on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("has a token that works at once, until the session is ended", async () => {
    const here = world();
    const session = await artist(here).auth.createSession({ body: {} });
    const now = here.clock.now() / 1000;
    expect(session).toMatchObject({ isService: false, isApiKey: false, clientInfo: null, created: now, lastUsed: now });
    expect(session.token).toMatch(/^[0-9a-f]{64}$/);
    const other = here.client(session.token);
    expect(await other.users.me()).toMatchObject({ name: "compositor_1" });
    await other.auth.logout();
    expect(await failure(other.users.me())).toMatchObject({ status: 401 });
    expect(await artist(here).users.me()).toMatchObject({ name: "compositor_1" });
  });

  it("ends by itself after 72 hours", async () => {
    const here = world();
    const { token } = await here.admin.auth.createSession({ body: { userName: "admin" } });
    const other = here.client(token);
    here.clock.advance("PT71H59M");
    expect(await other.users.me()).toMatchObject({ name: "admin" });
    here.clock.advance("PT1M");
    expect(await failure(other.users.me())).toMatchObject({ status: 401 });
  });

  it("is told of by an event with the message, unless it is of a service", async () => {
    const here = world();
    const service = here.client(apiKey(renderKey));
    const before = here.api.ayon.store.list("Event", { topic: "auth.login" }).length;
    await service.auth.createSession({ body: { userName: "compositor_1", message: "For a render" } });
    await service.auth.createSession({ body: {} });
    const events = here.api.ayon.store.list("Event", { topic: "auth.login" }).slice(before);
    expect(events).toMatchObject([{ user: "compositor_1", description: "For a render", status: "finished" }]);
  });

  it("is for services to open for anybody, and for others for themselves", async () => {
    const here = world();
    const service = here.client(apiKey(renderKey));
    const session = await service.auth.createSession({ body: { userName: "compositor_1" } });
    expect(session.user).toMatchObject({ name: "compositor_1", data: { accessGroups: { harbour_short: ["artist"] } } });
    expect(await here.client(session.token).users.me()).toMatchObject({ name: "compositor_1" });
    const body = { userName: "compositor_1" };
    expect(isPermissionDeniedError(await failure(here.admin.auth.createSession({ body })))).toBe(true);
    const unknown = service.auth.createSession({ body: { userName: "nobody" } });
    expect(isNotFoundError(await failure(unknown))).toBe(true);
    await here.admin.users.update({ user_name: "compositor_1", body: { active: false } });
    expect(isPermissionDeniedError(await failure(service.auth.createSession({ body })))).toBe(true);
  });

  it("shows hashes of secrets to those only who may see them", async () => {
    const here = world();
    expect((await artist(here).auth.createSession({ body: {} })).user.data).not.toHaveProperty("password");
    const service = here.client(apiKey(renderKey));
    const { user } = await service.auth.createSession({ body: { userName: "compositor_1" } });
    expect(user.data).toHaveProperty("password");
  });
});
