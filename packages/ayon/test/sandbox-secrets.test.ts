import { apiKey, isBadRequestError, isNotFoundError, isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { renderKey } from "../src/sandbox/seed/users.ts";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

describe.each(ways)("secrets on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are made and overwritten under the name in the path, and are gone when they are deleted", async () => {
    const { admin } = world();
    for (const value of ["one", ""]) {
      await admin.secrets.replace({ name: "gull_key", body: { value } });
      expect(await admin.secrets.get({ name: "gull_key" })).toEqual({ name: "gull_key", value });
    }
    for (const name of ["gull_key", "gull_key"]) expect(await admin.secrets.delete({ name })).toBeUndefined();
    expect(isNotFoundError(await failure(admin.secrets.get({ name: "gull_key" })))).toBe(true);
    expect(await admin.secrets.list()).toHaveLength(2);
  });

  it("of the server itself are not in the list", async () => {
    const { admin } = world();
    await admin.secrets.replace({ name: "_license", body: { value: "x" } });
    expect((await admin.secrets.list()).map(({ name }) => name)).toEqual(["render_farm_password", "storage_key"]);
    expect(await admin.secrets.get({ name: "_license" })).toEqual({ name: "_license", value: "x" });
  });

  it("show their values to administrators and services, and their names to other managers", async () => {
    const { admin, client } = world();
    const all = await admin.secrets.list();
    expect(all).toContainEqual({ name: "render_farm_password", value: "fictional-farm-passphrase" });
    expect(await client(apiKey(renderKey)).secrets.list()).toEqual(all);
    const producer = client(login({ name: "producer", password: "producer" }));
    expect(await producer.secrets.list()).toEqual([{ name: "render_farm_password" }, { name: "storage_key" }]);
    const artist = client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
    for (const error of await Promise.all(
      [
        artist.secrets.list(),
        producer.secrets.get({ name: "storage_key" }),
        producer.secrets.replace({ name: "storage_key", body: { value: "x" } }),
        producer.secrets.delete({ name: "storage_key" }),
      ].map(failure),
    ))
      expect(isPermissionDeniedError(error)).toBe(true);
    expect(await admin.secrets.list()).toEqual(all);
  });

  it("need a value, and a name of letters, digits, dots and dashes", async () => {
    const { admin } = world();
    const bad = [
      admin.secrets.replace({ name: "gull_key", body: { value: null as never } }),
      admin.secrets.replace({ name: "gull_key", body: {} as never }),
      admin.secrets.replace({ name: "gull key", body: { value: "x" } }),
    ];
    for (const error of await Promise.all(bad.map(failure))) expect(isBadRequestError(error)).toBe(true);
  });
});
