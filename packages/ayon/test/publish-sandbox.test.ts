import { isBatchError, isGraphqlError, isPublishError, login, type PublishVersionInput } from "@fairlead/ayon";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox, type World, ways } from "./on-sandbox.ts";

const project_name = "harbour_short";
const usual: PublishVersionInput = {
  project_name,
  folder: "/shots/sh010",
  product: { name: "renderMain", type: "render" },
};
// A PNG of one pixel.
const base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const png = new Blob([Buffer.from(base64, "base64")], { type: "image/png" });

const artist = ({ client }: World) => client(login({ name: "compositor_1", password: "fictional-passphrase-1" }));

describe.each(ways)("helpers on the sandbox, %s", (way) => {
  const world = useSandbox(way);

  it("publish the next version of a product of the seed, with everything that belongs to it", async () => {
    const { admin, sent } = world();
    const reviewable = { file: png, name: "sh010.png", label: "Waves" };
    const files = [{ path: "{root[work]}/sh010/renderMain.1001.exr", size: 5, hash: "0f3a", hashType: "md5" as const }];
    const published = await admin.publishVersion({
      ...{ ...usual, task: "compositing", comment: "Higher waves", tags: ["daily"], thumbnail: png, reviewable },
      representations: [{ name: "exr", files, attrib: { extension: "exr" }, data: { context: { ext: "exr" } } }],
    });
    expect(published).toMatchObject({ version: 3, isNewProduct: false, productId: "3f0e6b2ab8d511f19c4e0a58c3d27b21" });
    expect(sent.filter((what) => !what.endsWith("/login")).map((what) => what.replace(/[0-9a-f]{32}/, "ID"))).toEqual([
      ...Array(4).fill("POST /graphql"),
      "POST /api/projects/harbour_short/operations",
      "POST /api/projects/harbour_short/versions/ID/thumbnail",
      "POST /api/projects/harbour_short/versions/ID/reviewables",
    ]);
    const version = await admin.versions.get({ project_name, version_id: published.versionId });
    expect(version).toMatchObject({
      ...{ version: 3, taskId: published.taskId, thumbnailId: published.thumbnailId, tags: ["daily"], author: "admin" },
      attrib: { comment: "Higher waves" },
    });
    const representation_id = published.representations[0]?.id ?? "";
    expect(await admin.representations.get({ project_name, representation_id })).toMatchObject({
      ...{ name: "exr", versionId: published.versionId, data: { context: { ext: "exr" } } },
      files: [{ name: "renderMain.1001.exr", size: 5, hash: "0f3a" }],
    });
    const { reviewables } = await admin.reviewables.list({ project_name, version_id: published.versionId });
    expect(reviewables).toMatchObject([{ ...published.reviewable, filename: "sh010.png", label: "Waves" }]);
  });

  it("give each of many publishes at once a number of its own", async () => {
    const { admin } = world();
    const product = { name: "crowded", type: "image" };
    const all = await Promise.all(Array.from({ length: 5 }, () => admin.publishVersion({ ...usual, product })));
    expect(all.map(({ version }) => version).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(all.map(({ productId }) => productId)).size).toBe(1);
    expect(all.filter(({ isNewProduct }) => isNewProduct).length).toBe(1);
  });

  it("keep nothing of a publish that is refused", async () => {
    const { admin } = world();
    const count = async () => (await admin.graphql.versions.all({ project_name })).length;
    const before = await count();
    const product = { name: "refused", type: "image" };
    const bad: [Partial<PublishVersionInput>, (error: unknown) => boolean][] = [
      [{ version: 2 }, isBatchError],
      [{ product, status: "No such status" }, isBatchError],
      [{ product, representations: [{ name: "exr" }, { name: "exr" }] }, isBatchError],
      [{ product: { name: "not a name", type: "image" } }, (error) => isBatchError(error) || isGraphqlError(error)],
      [{ product: { name: "renderMain", type: "model" } }, isPublishError],
      [{ folder: "shots/sh999" }, isPublishError],
      [{ task: "modeling" }, isPublishError],
      [{ project_name: "nowhere" }, isGraphqlError],
    ];
    for (const [more, isRight] of bad)
      expect(await failure(admin.publishVersion({ ...usual, ...more }))).toSatisfy(isRight);
    expect(await count()).toBe(before);
    const names = (await admin.graphql.products.all({ project_name })).map(({ name }) => name);
    expect(names).not.toContain("refused");
  });

  it("tell who may not publish", async () => {
    // GraphQL says of a project without access that it is not there.
    const error = await failure(artist(world()).publishVersion({ ...usual, project_name: "studio_library" }));
    expect(error).toSatisfy(isGraphqlError);
    expect(error).toMatchObject({ kind: "notFound" });
  });

  it("find folders by their path, and name the projects", async () => {
    const { admin } = world();
    const path = "shots/sh010";
    const folder = await admin.folderByPath({ project_name, path });
    expect(folder).toEqual(await admin.folders.get({ project_name, folder_id: folder?.id ?? "" }));
    expect(folder?.path).toBe("/shots/sh010");
    expect(await admin.folderByPath({ project_name, path: "sh010" })).toBeUndefined();
    expect(await failure(admin.folderByPath({ project_name: "nowhere", path }))).toSatisfy(isGraphqlError);
    expect(await admin.projectNames()).toEqual(["harbour_short", "studio_library"]);
    expect(await admin.projectNames({ library: true })).toEqual(["studio_library"]);
  });

  it("name no more projects than the user may see", async () => {
    expect(await artist(world()).projectNames()).toEqual(["harbour_short"]);
  });
});
