import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of folders and tasks", () => {
  it("listFolders", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { attrib?: boolean },
      S["FolderList"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.folders.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listFolders>>().toEqualTypeOf<Expected>();
  });
  it("createFolder", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewFolder"] },
      S["CreatedEntity"],
      201,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.folders.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createFolder>>().toEqualTypeOf<Expected>();
  });
  it("getFolder", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; folder_id: S["Id"] },
      S["Folder"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.folders.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getFolder>>().toEqualTypeOf<Expected>();
  });
  it("updateFolder", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; folder_id: S["Id"] } & { body: S["FolderPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.folders.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateFolder>>().toEqualTypeOf<Expected>();
  });
  it("deleteFolder", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; folder_id: S["Id"] } & { force?: boolean },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.folders.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteFolder>>().toEqualTypeOf<Expected>();
  });
  it("getHierarchy", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { search?: string; types?: string },
      S["Hierarchy"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.folders.hierarchy>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getHierarchy>>().toEqualTypeOf<Expected>();
  });
  it("createTask", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewTask"] },
      S["CreatedEntity"],
      201,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.tasks.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createTask>>().toEqualTypeOf<Expected>();
  });
  it("getTask", () => {
    type Expected = Facts<{ project_name: S["ProjectName"]; task_id: S["Id"] }, S["Task"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.tasks.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getTask>>().toEqualTypeOf<Expected>();
  });
  it("updateTask", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; task_id: S["Id"] } & { body: S["TaskPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.tasks.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateTask>>().toEqualTypeOf<Expected>();
  });
  it("deleteTask", () => {
    type Expected = Facts<{ project_name: S["ProjectName"]; task_id: S["Id"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.tasks.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteTask>>().toEqualTypeOf<Expected>();
  });
  it("assignTask", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; task_id: S["Id"] } & { body: S["TaskAssignment"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.tasks.assign>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.assignTask>>().toEqualTypeOf<Expected>();
  });
});
