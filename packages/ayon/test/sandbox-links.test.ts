import { isBadRequestError, isConflictError, isNotFoundError, login } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, ways } from "./on-sandbox.ts";

const project_name = "harbour_short";
const input = "4f0e6b2ab8d511f19c4e0a58c3d27b33";
const output = "4f0e6b2ab8d511f19c4e0a58c3d27b31";
const linkType = "reference|version|version";

describe.each(ways)("links on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("are of the types of their project", async () => {
    const { admin } = world();
    const { types } = await admin.links.listTypes({ project_name });
    expect(types).toEqual((await admin.projects.get({ project_name })).linkTypes);
    expect(types.map(({ name }) => name)).toContain(linkType);
    expect(isNotFoundError(await failure(admin.links.listTypes({ project_name: "no_such_project" })))).toBe(true);
  });

  it("are made under an id of the server's or of the caller's, and tell of it", async () => {
    const { client, api } = world();
    const artist = client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));
    const id = "7f0e6b2ab8d511f19c4e0a58c3d27b62";
    const body = { id, input, output, linkType, name: "buoy", data: { count: 3 } };
    expect(await artist.links.create({ project_name, body })).toEqual({ id });
    expect(api.ayon.store.get("Link", id)).toMatchObject({
      ...{ projectName: project_name, linkType, inputId: input, outputId: output, author: "compositor_1" },
      ...{ name: "buoy", data: { count: 3 } },
    });
    const [event] = api.ayon.store.list("Event", { topic: "link.created" });
    expect(event).toMatchObject({
      ...{ project: project_name, user: "compositor_1" },
      summary: { id, linkType: "reference", inputType: "version", inputId: input, outputId: output },
    });
    const again = await artist.links.create({ project_name, body: { input, output, link: linkType } });
    expect(again.id).not.toBe(id);
    expect(isConflictError(await failure(artist.links.create({ project_name, body })))).toBe(true);
  });

  it("are refused between the wrong things", async () => {
    const { admin } = world();
    const create = (body: object) =>
      failure(admin.links.create({ project_name, body: { input, output, linkType, ...body } }));
    for (const wrong of ["reference", `${linkType}|version`, "reference|version|user", "unheard|version|version", null])
      expect(isBadRequestError(await create({ linkType: wrong })), String(wrong)).toBe(true);
    expect(isBadRequestError(await create({ output: input }))).toBe(true);
    const folder = "1f0e6b2ab8d511f19c4e0a58c3d27b01";
    for (const ends of [{ output: folder }, { input: folder }]) expect(isNotFoundError(await create(ends))).toBe(true);
  });

  it("are taken away once", async () => {
    const { admin, api } = world();
    const about = { project_name, link_id: "7f0e6b2ab8d511f19c4e0a58c3d27b61" };
    const elsewhere = admin.links.delete({ ...about, project_name: "studio_library" });
    expect(isNotFoundError(await failure(elsewhere))).toBe(true);
    expect(await admin.links.delete(about)).toBeUndefined();
    expect(api.ayon.store.list("Link")).toEqual([]);
    expect(api.ayon.store.list("Event", { topic: "link.deleted" })).toMatchObject([
      { summary: { id: about.link_id, linkType: "generative" } },
    ]);
    expect(isNotFoundError(await failure(admin.links.delete(about)))).toBe(true);
  });
});
