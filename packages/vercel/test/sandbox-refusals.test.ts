import { describe, expect, it } from "vitest";
import { errorOf } from "./domain-world.ts";
import { useSandbox } from "./on-sandbox.ts";

describe("a refusal of the sandbox", () => {
  const world = useSandbox("in process");

  it("says that the token is invalid only where it is, though both are 403", async () => {
    const { acme, client } = world();
    const variable = { key: "HARBOUR_CITY", value: "Kiel", type: "plain" as const, target: ["preview" as const] };
    const conflict = await errorOf(acme.env.create({ idOrName: "harbour-site", body: variable }));
    expect(conflict).toMatchObject({ status: 403, code: "ENV_CONFLICT" });
    expect(conflict).not.toHaveProperty("invalidToken");
    const foreign = await errorOf(client({ slug: "lighthouse" }).projects.list());
    expect(foreign).toMatchObject({ status: 403, code: "forbidden" });
    expect(foreign).not.toHaveProperty("invalidToken");
    expect(await errorOf(client({ auth: "invalid-token-1" }).user.get())).toMatchObject({ invalidToken: true });
  });
});
