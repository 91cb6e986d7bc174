import { isBadRequestError, isNotFoundError } from "@fairlead/vercel";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const url = "https://receiver.example.com/hook";
const harbourSite = "prj_2Wf8kQx1YpR7mZt4vB9sLc3N";

describe.each(ways)("webhooks on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("show their secret to who makes them, and never again", async () => {
    const { acme } = world();
    const { secret, ...made } = await acme.webhooks.create({ body: { url, events: ["budget.reached"] } });
    expect(secret).toMatch(/^\w{24}$/);
    expect(made.id).toMatch(/^account_hook_\w{16}$/);
    expect(await acme.webhooks.get({ id: made.id })).toEqual(made);
    const listed = await acme.webhooks.list();
    expect(listed.at(-1)).toEqual({ ...made, projectsMetadata: null });
    expect(JSON.stringify(listed)).not.toContain("secret");
  });

  it("have secrets of their own, even for the same address", async () => {
    const { acme } = world();
    const body = { url, events: ["budget.reached"] } as const;
    const one = await acme.webhooks.create({ body: { ...body, events: [...body.events] } });
    const other = await acme.webhooks.create({ body: { ...body, events: [...body.events] } });
    expect(new Set([one.id, other.id, one.secret, other.secret]).size).toBe(4);
  });

  it("are listed by a project that they are limited to, with something of it", async () => {
    const { acme } = world();
    const [only, ...others] = await acme.webhooks.list({ projectId: harbourSite });
    expect(others).toEqual([]);
    expect(only?.projectsMetadata).toEqual([
      { id: harbourSite, name: "harbour-site", framework: "nextjs", latestDeployment: expect.stringMatching(/^dpl_/) },
    ]);
    expect(await acme.webhooks.list({ projectId: "prj_of_nobody" })).toEqual([]);
  });

  it("are gone when deleted", async () => {
    const { acme } = world();
    const [{ id } = { id: "" }] = await acme.webhooks.list();
    await acme.webhooks.delete({ id });
    expect(isNotFoundError(await failure(acme.webhooks.get({ id })))).toBe(true);
    expect(isNotFoundError(await failure(acme.webhooks.delete({ id })))).toBe(true);
    expect((await acme.webhooks.list()).map((one) => one.id)).not.toContain(id);
  });

  it("of another account are not found and not listed", async () => {
    const { acme, own, api } = world();
    const foreign = api.vercel.store
      .list("Webhook")
      .find(({ accountId }) => accountId !== "team_1a79a4d60de6718e8e5b326e");
    const id = String(foreign?.id);
    expect(isNotFoundError(await failure(acme.webhooks.get({ id })))).toBe(true);
    expect(isNotFoundError(await failure(acme.webhooks.delete({ id })))).toBe(true);
    expect((await acme.webhooks.list()).map((one) => one.id)).not.toContain(id);
    expect(await own.webhooks.list()).toEqual([]);
  });

  it("are refused for projects that the account does not have", async () => {
    const { own } = world();
    const error = await failure(
      own.webhooks.create({ body: { url, events: ["project.created"], projectIds: [harbourSite] } }),
    );
    expect(isBadRequestError(error)).toBe(true);
  });

  it.each([
    { url: "ftp://receiver.example.com", events: ["project.created"] },
    { url, events: [] },
    { url, events: ["project.painted"] },
    { url, events: ["project.created"], projectIds: [] },
  ])("are refused as the document says: %j", async (body) => {
    expect(await world().send("POST", "/v1/webhooks?slug=acme", body)).toMatchObject({
      status: 400,
      json: { error: { code: "bad_request" } },
    });
  });
});
