import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of batches, links, activities and GraphQL", () => {
  it("applyOperations", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["OperationBatch"] },
      S["OperationResults"],
      200,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.operations.apply>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.applyOperations>>().toEqualTypeOf<Expected>();
  });
  it("applyOperationsInBackground", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["OperationBatch"] },
      S["BackgroundOperations"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.operations.applyInBackground>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.applyOperationsInBackground>>().toEqualTypeOf<Expected>();
  });
  it("getBackgroundOperations", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; task_id: S["Id"] },
      S["BackgroundOperations"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.operations.getBackground>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getBackgroundOperations>>().toEqualTypeOf<Expected>();
  });
  it("listLinkTypes", () => {
    type Expected = Facts<{ project_name: S["ProjectName"] }, S["LinkTypeList"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.links.listTypes>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listLinkTypes>>().toEqualTypeOf<Expected>();
  });
  it("createLink", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewLink"] },
      S["CreatedEntity"],
      200,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.links.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createLink>>().toEqualTypeOf<Expected>();
  });
  it("deleteLink", () => {
    type Expected = Facts<{ project_name: S["ProjectName"]; link_id: S["Id"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.links.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteLink>>().toEqualTypeOf<Expected>();
  });
  it("createActivity", () => {
    type Expected = Facts<
      {
        project_name: S["ProjectName"];
        entity_type: "folder" | "product" | "version" | "representation" | "task" | "workfile";
        entity_id: S["Id"];
      } & { body: S["NewActivity"] },
      S["CreatedEntity"],
      201,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.activities.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createActivity>>().toEqualTypeOf<Expected>();
  });
  it("updateActivity", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; activity_id: S["Id"] } & { body: S["ActivityPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.activities.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateActivity>>().toEqualTypeOf<Expected>();
  });
  it("deleteActivity", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; activity_id: S["Id"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.activities.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteActivity>>().toEqualTypeOf<Expected>();
  });
  it("queryGraphql", () => {
    type Expected = Facts<{ body: S["GraphqlRequest"] }, S["GraphqlAnswer"], 200, 400 | 401, { 400: string }>;
    expectTypeOf<Bound<typeof ay.graphql.query>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.queryGraphql>>().toEqualTypeOf<Expected>();
  });
});
