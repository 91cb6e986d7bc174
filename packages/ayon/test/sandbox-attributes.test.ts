import { isPermissionDeniedError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

describe.each(ways)("attributes on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("come in their order, with null for what does not apply", async () => {
    const { admin } = world();
    const { attributes } = await admin.attributes.list();
    expect(attributes.map(({ position }) => position)).toEqual(attributes.map((_attribute, index) => index));
    const fps = attributes.find(({ name }) => name === "fps");
    expect(fps).toMatchObject({ builtin: true, data: { type: "float", default: 25, inherit: true } });
    expect(fps?.data).toMatchObject({ enum: null, regex: null, maxLength: null, widgetSettings: null });
    const mail = attributes.find(({ name }) => name === "email");
    expect(mail).toMatchObject({ scope: ["user"], data: { default: null, inherit: false } });
  });

  it("are the ones that the server tells of, which leaves out what does not apply", async () => {
    const { admin } = world();
    const { attributes } = await admin.attributes.list();
    const told = (await admin.server.getInfo()).attributes ?? [];
    expect(told.map(({ name }) => name)).toEqual(attributes.map(({ name }) => name));
    expect(told[0]?.data).not.toHaveProperty("enum");
  });

  it("are not for guests", async () => {
    const { admin, client } = world();
    const guest = { data: { isGuest: true }, password: "a-fictional-phrase" };
    await admin.users.create({ user_name: "guest_1", body: guest });
    const visitor = client(login({ name: "guest_1", password: guest.password }));
    expect(isPermissionDeniedError(await failure(visitor.attributes.list()))).toBe(true);
  });
});
