import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of products, versions, representations and workfiles", () => {
  it("createProduct", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewProduct"] },
      S["CreatedEntity"],
      201,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.products.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createProduct>>().toEqualTypeOf<Expected>();
  });
  it("getProduct", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; product_id: S["Id"] },
      S["Product"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.products.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getProduct>>().toEqualTypeOf<Expected>();
  });
  it("updateProduct", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; product_id: S["Id"] } & { body: S["ProductPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.products.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateProduct>>().toEqualTypeOf<Expected>();
  });
  it("deleteProduct", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; product_id: S["Id"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.products.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteProduct>>().toEqualTypeOf<Expected>();
  });
  it("createVersion", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewVersion"] },
      S["CreatedEntity"],
      201,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.versions.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createVersion>>().toEqualTypeOf<Expected>();
  });
  it("getVersion", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; version_id: S["Id"] },
      S["Version"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.versions.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getVersion>>().toEqualTypeOf<Expected>();
  });
  it("updateVersion", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; version_id: S["Id"] } & { body: S["VersionPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.versions.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateVersion>>().toEqualTypeOf<Expected>();
  });
  it("deleteVersion", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; version_id: S["Id"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.versions.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteVersion>>().toEqualTypeOf<Expected>();
  });
  it("createRepresentation", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewRepresentation"] },
      S["CreatedEntity"],
      201,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.representations.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createRepresentation>>().toEqualTypeOf<Expected>();
  });
  it("getRepresentation", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; representation_id: S["Id"] },
      S["Representation"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.representations.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getRepresentation>>().toEqualTypeOf<Expected>();
  });
  it("updateRepresentation", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; representation_id: S["Id"] } & { body: S["RepresentationPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.representations.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateRepresentation>>().toEqualTypeOf<Expected>();
  });
  it("deleteRepresentation", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; representation_id: S["Id"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.representations.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteRepresentation>>().toEqualTypeOf<Expected>();
  });
  it("createWorkfile", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewWorkfile"] },
      S["CreatedEntity"],
      201,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.workfiles.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createWorkfile>>().toEqualTypeOf<Expected>();
  });
  it("getWorkfile", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; workfile_id: S["Id"] },
      S["Workfile"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.workfiles.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getWorkfile>>().toEqualTypeOf<Expected>();
  });
  it("updateWorkfile", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; workfile_id: S["Id"] } & { body: S["WorkfilePatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.workfiles.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateWorkfile>>().toEqualTypeOf<Expected>();
  });
  it("deleteWorkfile", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"]; workfile_id: S["Id"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.workfiles.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteWorkfile>>().toEqualTypeOf<Expected>();
  });
});
