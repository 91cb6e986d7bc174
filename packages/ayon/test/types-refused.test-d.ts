import { describe, expectTypeOf, it } from "vitest";
import type { Ayon } from "../src/index.ts";
import { ids } from "./inputs/ids.ts";

declare const ay: Ayon;

const project_name = "harbour_short";

/** Each function is only checked and never called. */
describe("the types refuse what the server would refuse", () => {
  it("in sessions, users and projects", () => {
    const use = () => {
      // @ts-expect-error A user is named by a text.
      ay.auth.createSession({ body: { userName: 7 } });
      // @ts-expect-error A session may be opened without a name, but not without a body.
      ay.auth.createSession({});
      // @ts-expect-error A user has a name.
      ay.users.create({ body: {} });
      // @ts-expect-error Three platforms are known.
      ay.projects.getSiteRoots({ project_name, platform: "amiga" });
      // @ts-expect-error A kind of folder has a name.
      ay.projects.replaceAnatomy({ project_name, body: { folder_types: [{ shortName: "sh" }] } });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in folders and tasks", () => {
    const use = () => {
      // @ts-expect-error A folder has a name.
      ay.folders.create({ project_name, body: { folderType: "Shot" } });
      // @ts-expect-error The name of a folder can't be taken away.
      ay.folders.update({ project_name, folder_id: ids.sh010, body: { name: null } });
      // @ts-expect-error A folder is told by its id.
      ay.folders.get({ project_name });
      // @ts-expect-error Kinds stand in one text, with commas.
      ay.folders.hierarchy({ project_name, types: ["Shot"] });
      // @ts-expect-error A task has a kind.
      ay.tasks.create({ project_name, body: { name: "compositing", folderId: ids.sh010 } });
      // @ts-expect-error A task always has a folder.
      ay.tasks.create({ project_name, body: { name: "compositing", taskType: "Compositing", folderId: null } });
      // @ts-expect-error Users are added, removed or set.
      ay.tasks.assign({ project_name, task_id: ids.compositing, body: { mode: "toggle", users: [] } });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in products, versions, representations and workfiles", () => {
    const use = () => {
      // @ts-expect-error A product has a kind.
      ay.products.create({ project_name, body: { name: "renderMain", folderId: ids.sh010 } });
      // @ts-expect-error Tags can be emptied, but not taken away.
      ay.products.update({ project_name, product_id: ids.renderMain, body: { tags: null } });
      // @ts-expect-error A version is a number.
      ay.versions.create({ project_name, body: { version: "v002", productId: ids.renderMain } });
      // @ts-expect-error A version belongs to a product.
      ay.versions.create({ project_name, body: { version: 2 } });
      const path = "{root[work]}/hbr.exr";
      const exr = { name: "exr", versionId: ids.renderVersion2 };
      // @ts-expect-error A file has an id.
      ay.representations.create({ project_name, body: { ...exr, files: [{ path }] } });
      // @ts-expect-error Four kinds of hash are known.
      ay.representations.create({ project_name, body: { ...exr, files: [{ id: "f", path, hashType: "crc" }] } });
      // @ts-expect-error A workfile belongs to a task.
      ay.workfiles.create({ project_name, body: { path } });
      // @ts-expect-error A workfile always has a path.
      ay.workfiles.update({ project_name, workfile_id: ids.workfile, body: { path: null } });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in batches, links, activities and GraphQL", () => {
    const use = () => {
      // @ts-expect-error An operation makes, changes or deletes.
      ay.operations.apply({ project_name, body: { operations: [{ type: "upsert", entityType: "folder" }] } });
      // @ts-expect-error Links are no entities.
      ay.operations.apply({ project_name, body: { operations: [{ type: "create", entityType: "link" }] } });
      // @ts-expect-error Only a batch in the background can be waited for.
      ay.operations.apply.wait({ project_name, body: {} });
      // @ts-expect-error A link leads to something.
      ay.links.create({ project_name, body: { input: ids.modelVersion1, linkType: "generative|version|version" } });
      const comment = { activityType: "comment", body: "Higher waves" } as const;
      // @ts-expect-error Projects have no activities.
      ay.activities.create({ project_name, entity_type: "project", entity_id: ids.sh010, body: comment });
      // @ts-expect-error Kinds of activity are those of the server.
      ay.activities.create({ project_name, entity_type: "task", entity_id: ids.modeling, body: { activityType: "x" } });
      // @ts-expect-error A query has a text.
      ay.graphql.query({ body: { variables: {} } });
      // @ts-expect-error Variables go by name.
      ay.graphql.query({ body: { query: "{ me { name } }", variables: ["harbour_short"] } });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in reviewables, files and thumbnails", () => {
    const use = () => {
      const body = new Blob(["bytes"], { type: "image/png" });
      // @ts-expect-error A reviewable has a file's name.
      ay.reviewables.upload({ project_name, version_id: ids.renderVersion2, body });
      // @ts-expect-error A file has a name.
      ay.files.upload({ project_name, body });
      // @ts-expect-error A form would be stored with its boundaries.
      ay.files.upload({ project_name, "X-File-Name": "notes.txt", body: new FormData() });
      // @ts-expect-error Text is no file; a Blob of it is one.
      ay.files.upload({ project_name, "X-File-Name": "notes.txt", body: "higher waves" });
      // @ts-expect-error A thumbnail is bytes.
      ay.thumbnails.upload({ project_name, body: { size: 1 } });
      // @ts-expect-error An empty picture, or none.
      ay.thumbnails.download({ project_name, thumbnail_id: ids.thumbnail, placeholder: "grey" });
    };
    expectTypeOf(use).returns.toBeVoid();
  });

  it("in bundles, settings, secrets, attributes and events", () => {
    const use = () => {
      // @ts-expect-error A bundle has a name.
      ay.bundles.create({ body: { isStaging: true } });
      // @ts-expect-error A bundle is in production or not.
      ay.bundles.update({ bundle_name: "harbour-2026-12", body: { isProduction: "yes" } });
      // @ts-expect-error Settings are of one version of an addon.
      ay.settings.getAddon({ addon_name: "harbour_tools" });
      // @ts-expect-error Settings are an object.
      ay.settings.updateAddon({ addon_name: "harbour_tools", addon_version: "1.2.0", body: [true] });
      // @ts-expect-error A secret has a value.
      ay.secrets.replace({ name: "render_farm_password", body: {} });
      // @ts-expect-error The list of attributes takes nothing.
      ay.attributes.list({ scope: "folder" });
      // @ts-expect-error An event has a topic.
      ay.events.create({ body: { description: "Published" } });
      // @ts-expect-error Statuses are those of the server.
      ay.events.update({ event_id: ids.event, body: { status: "done" } });
      // @ts-expect-error Work has a topic of its own.
      ay.events.enroll({ body: { sourceTopic: "harbour.publish" } });
    };
    expectTypeOf(use).returns.toBeVoid();
  });
});
