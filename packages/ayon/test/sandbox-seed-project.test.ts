import { describe, expect, it } from "vitest";
import { useSandbox } from "./on-sandbox.ts";

const world = useSandbox("in process");
const project_name = "harbour_short";

describe("the project of the seed", () => {
  it("is what the document says: everything in it can be read, and the sandbox checks each answer", async () => {
    const { admin, api } = world();
    const ids = (type: string) => api.ayon.store.list(type, { projectName: project_name }).map(({ id }) => String(id));
    const read = {
      folders: await Promise.all(ids("Folder").map((folder_id) => admin.folders.get({ project_name, folder_id }))),
      tasks: await Promise.all(ids("Task").map((task_id) => admin.tasks.get({ project_name, task_id }))),
      products: await Promise.all(ids("Product").map((product_id) => admin.products.get({ project_name, product_id }))),
      versions: await Promise.all(ids("Version").map((version_id) => admin.versions.get({ project_name, version_id }))),
      representations: await Promise.all(
        ids("Representation").map((representation_id) =>
          admin.representations.get({ project_name, representation_id }),
        ),
      ),
      workfiles: await Promise.all(
        ids("Workfile").map((workfile_id) => admin.workfiles.get({ project_name, workfile_id })),
      ),
      files: await Promise.all(
        ids("ProjectFile").map((file_id) => admin.files.downloadPayload({ project_name, file_id })),
      ),
      thumbnails: await Promise.all(
        ids("Thumbnail").map((thumbnail_id) => admin.thumbnails.download({ project_name, thumbnail_id })),
      ),
    };
    for (const [kind, entities] of Object.entries(read)) expect([kind, entities.length > 0]).toEqual([kind, true]);
    expect(read.folders.map(({ path }) => path)).toEqual(["/shots", "/shots/sh010", "/assets", "/assets/buoy"]);
    expect((await admin.folders.list({ project_name, attrib: true })).folders).toHaveLength(4);
    expect((await admin.folders.hierarchy({ project_name })).hierarchy).toHaveLength(2);
    for (const version_id of ids("Version")) await admin.reviewables.list({ project_name, version_id });
    await admin.projects.getAnatomy({ project_name });
    await admin.projects.getSiteRoots({ project_name, platform: "linux" });
  });

  it("and the studio around it have bundles, settings, secrets and attributes", async () => {
    const { admin } = world();
    const { bundles, productionBundle, stagingBundle } = await admin.bundles.list();
    expect(bundles.map(({ name }) => name)).toEqual(expect.arrayContaining([productionBundle, stagingBundle]));
    expect((await admin.settings.get()).addons.map(({ name }) => name)).toContain("harbour_tools");
    const [secret] = await admin.secrets.list();
    expect((await admin.secrets.get({ name: String(secret?.name) })).value).not.toBe("");
    expect((await admin.attributes.list()).attributes.map(({ name }) => name)).toEqual(
      (await admin.server.getInfo()).attributes?.map(({ name }) => name),
    );
  });

  it("names only what exists: folders above, products, versions, tasks, ends of links and what activities are about", () => {
    const { store } = world().api.ayon;
    const known = (type: string, id: unknown) => store.get(type, String(id)) !== undefined;
    const parents = {
      Task: ["Folder", "folderId"],
      Product: ["Folder", "folderId"],
      Version: ["Product", "productId"],
    };
    const more = { Representation: ["Version", "versionId"], Workfile: ["Task", "taskId"] };
    for (const [type, [parent = "", pointer = ""]] of Object.entries({ ...parents, ...more }))
      for (const entity of store.list(type)) expect([type, known(parent, entity[pointer])]).toEqual([type, true]);
    for (const { parentId } of store.list("Folder")) expect(parentId == null || known("Folder", parentId)).toBe(true);
    for (const { taskId } of store.list("Version")) expect(taskId == null || known("Task", taskId)).toBe(true);
    for (const { inputId, outputId } of store.list("Link"))
      expect([known("Version", inputId), known("Version", outputId)]).toEqual([true, true]);
    for (const { thumbnailId } of store.list("Version"))
      expect(thumbnailId == null || known("Thumbnail", thumbnailId)).toBe(true);
    expect(store.list("Link").length).toBeGreaterThan(0);
  });
});
