import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of projects and their anatomy", () => {
  it("listProjects", () => {
    type Expected = Facts<
      | {
          page?: number;
          length?: number;
          library?: boolean;
          active?: boolean;
          skeleton?: boolean;
          order?: "name" | "createdAt" | "updatedAt";
          desc?: boolean;
          name?: string;
        }
      | undefined,
      S["ProjectPage"],
      200,
      400 | 401
    >;
    expectTypeOf<Bound<typeof ay.projects.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listProjects>>().toEqualTypeOf<Expected>();
  });
  it("createProject", () => {
    type Expected = Facts<{ body: S["NewProject"] }, null, 201, 400 | 401 | 403 | 404 | 409>;
    expectTypeOf<Bound<typeof ay.projects.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createProject>>().toEqualTypeOf<Expected>();
  });
  it("getProject", () => {
    type Expected = Facts<{ project_name: S["ProjectName"] }, S["Project"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.projects.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getProject>>().toEqualTypeOf<Expected>();
  });
  it("updateProject", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["ProjectPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.projects.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateProject>>().toEqualTypeOf<Expected>();
  });
  it("deleteProject", () => {
    type Expected = Facts<{ project_name: S["ProjectName"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.projects.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteProject>>().toEqualTypeOf<Expected>();
  });
  it("getProjectAnatomy", () => {
    type Expected = Facts<{ project_name: S["ProjectName"] }, S["Anatomy"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.projects.getAnatomy>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getProjectAnatomy>>().toEqualTypeOf<Expected>();
  });
  it("replaceProjectAnatomy", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["NewAnatomy"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.projects.replaceAnatomy>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.replaceProjectAnatomy>>().toEqualTypeOf<Expected>();
  });
  it("getSiteRoots", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { platform?: "windows" | "linux" | "darwin" } & {
        "X-Ayon-Site-Id"?: string;
      },
      S["SiteRoots"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.projects.getSiteRoots>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getSiteRoots>>().toEqualTypeOf<Expected>();
  });
  it("listAnatomyPresets", () => {
    type Expected = Facts<Record<string, never> | undefined, S["AnatomyPresetList"], 200, 401 | 403>;
    expectTypeOf<Bound<typeof ay.anatomy.listPresets>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listAnatomyPresets>>().toEqualTypeOf<Expected>();
  });
  it("getAnatomyPreset", () => {
    type Expected = Facts<{ preset_name: string }, S["Anatomy"], 200, 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.anatomy.getPreset>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getAnatomyPreset>>().toEqualTypeOf<Expected>();
  });
});
