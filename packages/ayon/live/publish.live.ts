import { isBatchError, isNotFoundError, isPublishError, type PublishProgress } from "@fairlead/ayon";
import { beforeAll, describe, expect, it } from "vitest";
import { tinyPng } from "./pictures.ts";
import { useThrowawayProject } from "./throwaway-project.ts";

const live = useThrowawayProject();

/** What a call failed with; undefined where it did not fail. */
const failure = (call: PromiseLike<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

const product = { name: "renderMain", type: "render" };
beforeAll(async () => {
  const { ay, project_name } = live();
  const { folderTypes, taskTypes } = await ay.projects.get({ project_name });
  const folder = { name: "sh010", folderType: folderTypes[0]?.name ?? "" };
  const { id: folderId } = await ay.folders.create({ project_name, body: folder });
  const task = { name: "compositing", taskType: taskTypes[0]?.name ?? "", folderId };
  await ay.tasks.create({ project_name, body: task });
});

describe("a publish", () => {
  it("makes one version after the other, each with its representations and files", async () => {
    const { ay, project_name } = live();
    const steps: string[] = [];
    const onProgress = ({ step }: PublishProgress) => {
      if (steps.at(-1) !== step) steps.push(step);
    };
    const files = [1001, 1002].map((frame) => ({
      path: `{root[work]}/${project_name}/renderMain.${frame}.exr`,
      size: frame,
    }));
    const representations = [{ name: "exr", files, attrib: { template: "live" }, data: { context: { ext: "exr" } } }];
    const version = { project_name, folder: "/sh010", task: "compositing", product, representations, comment: "Waves" };
    const first = await ay.publishVersion({ ...version, thumbnail: tinyPng() }, { onProgress });
    expect(first).toMatchObject({ version: 1, isNewProduct: true });
    expect(steps).toEqual(["find", "publish", "thumbnail"]);
    const second = await ay.publishVersion(version);
    expect(second).toMatchObject({ version: 2, isNewProduct: false, productId: first.productId });

    const stored = await ay.versions.get({ project_name, version_id: first.versionId });
    expect(stored).toMatchObject({ version: 1, taskId: first.taskId, attrib: { comment: "Waves" } });
    expect(stored.thumbnailId).toBe(first.thumbnailId);
    const representation_id = first.representations[0]?.id ?? "";
    const made = await ay.representations.get({ project_name, representation_id });
    expect(made.files.map(({ name, size }) => [name, size])).toEqual([
      ["renderMain.1001.exr", 1001],
      ["renderMain.1002.exr", 1002],
    ]);
    const picture = await ay.thumbnails.downloadForVersion({ project_name, version_id: first.versionId });
    expect(picture.type).toMatch(/^image\/(png|jpeg)/);
    const listed = await ay.graphql.versions.all({
      project_name,
      productIds: [first.productId],
      fields: ["id", "name"],
    });
    expect(listed).toEqual([
      { id: first.versionId, name: "v001" },
      { id: second.versionId, name: "v002" },
    ]);
  });

  it("with a number that is taken keeps nothing, and neither does one of another kind", async () => {
    const { ay, project_name } = live();
    const input = { project_name, folder: "sh010", product: { name: "numbered", type: "render" } };
    await ay.publishVersion({ ...input, version: 7 });
    const representations = [{ name: "exr" }];
    const taken = await failure(ay.publishVersion({ ...input, version: 7, representations }));
    expect(taken).toSatisfy(isBatchError);
    const other = await failure(ay.publishVersion({ ...input, product: { name: "numbered", type: "model" } }));
    expect(other).toSatisfy(isPublishError);
    expect(await ay.publishVersion(input)).toMatchObject({ version: 8 });
  });

  it("has something to review", async () => {
    const { ay, project_name } = live();
    const reviewable = { file: tinyPng(), name: "waves.png", label: "Waves & wind" };
    const input = { project_name, folder: "sh010", product: { name: "reviewed", type: "review" }, reviewable };
    const { versionId: version_id, reviewable: made } = await ay.publishVersion(input);
    const { reviewables } = await ay.reviewables.list({ project_name, version_id });
    expect(reviewables).toMatchObject([
      { ...made, filename: "waves.png", label: "Waves & wind", mimetype: "image/png" },
    ]);
  });
});

describe("links", () => {
  it("are made between versions and deleted", async ({ skip }) => {
    const { ay, project_name } = live();
    const { types } = await ay.links.listTypes({ project_name });
    const type = types.find(({ inputType, outputType }) => inputType === "version" && outputType === "version");
    if (!type) return skip("the anatomy of the studio has no links between versions");
    const publish = (name: string) =>
      ay.publishVersion({ project_name, folder: "sh010", product: { name, type: "model" } });
    const { versionId: input } = await publish("buoyMain");
    const { versionId: output } = await publish("sceneMain");
    const body = { input, output, linkType: type.name };
    const { id: link_id } = await ay.links.create({ project_name, body });
    await ay.links.delete({ project_name, link_id });
    expect(await failure(ay.links.delete({ project_name, link_id }))).toSatisfy(isNotFoundError);
  });
});

describe("files and comments", () => {
  it("are stored byte for byte, given to a comment, and deleted", async () => {
    const { ay, project_name } = live();
    const folder = await ay.folderByPath({ project_name, path: "sh010" });
    const entity = { project_name, entity_type: "folder", entity_id: folder?.id ?? "" } as const;
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 256);
    const named = { project_name, "X-File-Name": "notes.bin" };
    const { id: file_id } = await ay.files.upload({ ...named, body: new Blob([bytes]) });
    const body = { activityType: "comment" as const, body: "Higher waves", files: [file_id] };
    const { id: activity_id } = await ay.activities.create({ ...entity, body });
    const whole = await ay.files.downloadPayload({ project_name, file_id });
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes);
    const part = await ay.files.downloadPayload({ project_name, file_id, Range: "bytes=10-19" });
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(10, 20));
    const followed = await ay.files.download({ project_name, file_id });
    expect(followed.size).toBe(bytes.length);
    await ay.activities.update({ project_name, activity_id, body: { body: "Lower waves" } });
    await ay.activities.delete({ project_name, activity_id });
    await ay.files.delete({ project_name, file_id });
    expect(await failure(ay.files.downloadPayload({ project_name, file_id }))).toSatisfy(isNotFoundError);
  });

  it("are pictures of folders too", async () => {
    const { ay, project_name } = live();
    const folder = await ay.folderByPath({ project_name, path: "sh010" });
    const { id: thumbnailId } = await ay.thumbnails.upload({ project_name, body: tinyPng() });
    await ay.folders.update({ project_name, folder_id: folder?.id ?? "", body: { thumbnailId } });
    expect(await ay.folderByPath({ project_name, path: "sh010" })).toMatchObject({ thumbnailId });
    const picture = await ay.thumbnails.download({ project_name, thumbnail_id: thumbnailId });
    expect(picture.size).toBeGreaterThan(0);
  });
});
