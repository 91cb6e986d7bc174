import {
  apiKey,
  isBadRequestError,
  isConflictError,
  isNotFoundError,
  isPermissionDeniedError,
  login,
} from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const key = "fictionalkey0000000000000000abcd";

describe.each(ways)("users on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are made with a password, and log in with it", async () => {
    const { admin, client } = world();
    const attrib = { fullName: "Painter One", email: "painter_1@example.com" };
    const body = { attrib, data: { accessGroups: { harbour_short: ["artist"] } }, password: "a-fictional-phrase" };
    expect(await admin.users.create({ user_name: "painter_1", body })).toBeUndefined();
    const made = await admin.users.get({ user_name: "painter_1" });
    expect(made).toMatchObject({ name: "painter_1", attrib, active: true, ownAttrib: ["fullName", "email"] });
    expect(made.data).toEqual({ ...body.data, createdBy: "admin", password: expect.stringMatching(/^[0-9a-f]{64}:/) });
    const painter = client(login({ name: "painter_1", password: "a-fictional-phrase" }));
    expect((await painter.users.me()).name).toBe("painter_1");
  });

  it("who are services are made with a key, and call with it", async () => {
    const { admin, client } = world();
    await admin.users.create({ user_name: "export_service", body: { data: { isService: true }, apiKey: key } });
    expect((await client(apiKey(key)).users.me()).name).toBe("export_service");
    const { data } = await admin.users.get({ user_name: "export_service" });
    expect(data).toMatchObject({ apiKeyPreview: "fict***abcd", apiKey: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("are refused under a name or a mail address that is taken, also in other case, and nothing changes", async () => {
    const { admin, api } = world();
    const before = api.ayon.store.list("User");
    const calls = [
      admin.users.create({ user_name: "compositor_1", body: {} }),
      admin.users.create({ user_name: "COMPOSITOR_1", body: {} }),
      admin.users.create({ user_name: "twin", body: { attrib: { email: "Compositor_1@example.com" } } }),
      admin.users.update({ user_name: "producer", body: { attrib: { email: "compositor_1@example.com" } } }),
    ];
    for (const error of await Promise.all(calls.map(failure))) expect(isConflictError(error)).toBe(true);
    expect(api.ayon.store.list("User")).toEqual(before);
  });

  it("are refused a password as services, and a key as anybody else", async () => {
    const { admin } = world();
    for (const body of [{ data: { isService: true }, password: "a-fictional-phrase" }, { apiKey: key }])
      expect(isBadRequestError(await failure(admin.users.create({ user_name: "odd_one", body })))).toBe(true);
  });

  it("keep what a change does not name, and hold a member of data that is given as null no more", async () => {
    const { admin } = world();
    const about = { user_name: "compositor_1" };
    const before = await admin.users.get(about);
    const body = { attrib: { fullName: null }, data: { isDeveloper: true, createdBy: null } };
    await admin.users.update({ ...about, body });
    const after = await admin.users.get(about);
    expect([after.attrib, after.ownAttrib]).toEqual([{ email: "compositor_1@example.com" }, ["email"]]);
    const { createdBy: _gone, ...data } = before.data ?? {};
    expect(after.data).toEqual({ ...data, isDeveloper: true, updatedBy: "admin" });
  });

  it("change their own attributes and neither their own rights nor anybody else", async () => {
    const { admin, client } = world();
    const artist = client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
    const body = { attrib: { fullName: "C. One" }, data: { isAdmin: true }, active: false };
    await artist.users.update({ user_name: "compositor_1", body });
    const own = await admin.users.get({ user_name: "compositor_1" });
    expect([own.attrib.fullName, own.data?.isAdmin, own.active]).toEqual(["C. One", undefined, true]);
    for (const error of await Promise.all(
      [
        artist.users.update({ user_name: "producer", body }),
        artist.users.create({ user_name: "friend", body: {} }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
    await admin.users.update({ user_name: "admin", body: { data: { isAdmin: false, isDeveloper: true } } });
    expect((await admin.users.me()).data.isAdmin).toBe(true);
  });

  it("can't be given a password by way of their data, neither when they are made nor by a change", async () => {
    const { admin } = world();
    const data = { password: "known:salt", apiKey: "known", apiKeys: [{ key: "known" }] };
    await admin.users.create({ user_name: "painter", body: { data } });
    expect((await admin.users.get({ user_name: "painter" })).data).toEqual({ createdBy: "admin" });
    const before = await admin.users.get({ user_name: "producer" });
    await admin.users.update({ user_name: "producer", body: { data: { password: "known:salt" } } });
    expect((await admin.users.get({ user_name: "producer" })).data?.password).toBe(before.data?.password);
  });

  it("are gone when they are deleted, and unknown ones are not found", async () => {
    const { admin } = world();
    await admin.users.delete({ user_name: "producer" });
    for (const error of await Promise.all(
      [
        admin.users.get({ user_name: "producer" }),
        admin.users.delete({ user_name: "producer" }),
        admin.users.update({ user_name: "producer", body: {} }),
      ].map(failure),
    ))
      expect(isNotFoundError(error)).toBe(true);
  });
});
