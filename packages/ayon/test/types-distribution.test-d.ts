import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, BinaryBody, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of installers, dependency packages and addons", () => {
  it("listInstallers", () => {
    type Expected = Facts<
      { version?: string; platform?: "windows" | "linux" | "darwin"; variant?: "production" | "staging" } | undefined,
      S["InstallerList"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.installers.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listInstallers>>().toEqualTypeOf<Expected>();
  });
  it("createInstaller", () => {
    type Expected = Facts<
      { url?: string; force?: boolean; overwrite?: boolean } & { body: S["NewInstaller"] },
      S["PackageRegistration"],
      201,
      400 | 401 | 403 | 409
    >;
    expectTypeOf<Bound<typeof ay.installers.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createInstaller>>().toEqualTypeOf<Expected>();
  });
  it("downloadInstaller", () => {
    type Expected = Facts<
      { filename: string } & { Range?: string; "If-Range"?: string },
      Blob,
      200 | 206,
      401 | 403 | 404 | 416
    >;
    expectTypeOf<Bound<typeof ay.installers.download>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadInstaller>>().toEqualTypeOf<Expected>();
  });
  it("uploadInstaller", () => {
    type Expected = Facts<{ filename: string } & { body: BinaryBody }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.installers.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadInstaller>>().toEqualTypeOf<Expected>();
  });
  it("deleteInstaller", () => {
    type Expected = Facts<{ filename: string }, undefined, 204, 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.installers.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteInstaller>>().toEqualTypeOf<Expected>();
  });
  it("listDependencyPackages", () => {
    type Expected = Facts<Record<string, never> | undefined, S["DependencyPackageList"], 200, 401 | 403>;
    expectTypeOf<Bound<typeof ay.dependencyPackages.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDependencyPackages>>().toEqualTypeOf<Expected>();
  });
  it("createDependencyPackage", () => {
    type Expected = Facts<
      { url?: string; force?: boolean; overwrite?: boolean } & { body: S["NewDependencyPackage"] },
      S["PackageRegistration"],
      201,
      400 | 401 | 403 | 409
    >;
    expectTypeOf<Bound<typeof ay.dependencyPackages.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("downloadDependencyPackage", () => {
    type Expected = Facts<
      { filename: string } & { Range?: string; "If-Range"?: string },
      Blob,
      200 | 206,
      401 | 403 | 404 | 416
    >;
    expectTypeOf<Bound<typeof ay.dependencyPackages.download>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("uploadDependencyPackage", () => {
    type Expected = Facts<{ filename: string } & { body: BinaryBody }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.dependencyPackages.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("deleteDependencyPackage", () => {
    type Expected = Facts<{ filename: string }, undefined, 204, 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.dependencyPackages.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("listAddons", () => {
    type Expected = Facts<{ details?: boolean } | undefined, S["AddonList"], 200, 400 | 401>;
    expectTypeOf<Bound<typeof ay.addons.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listAddons>>().toEqualTypeOf<Expected>();
  });
  it("installAddon", () => {
    type Expected = Facts<
      ({ url?: string; addonName?: string; addonVersion?: string } & { body?: BinaryBody }) | undefined,
      S["AddonInstallation"],
      200,
      400 | 401 | 403 | 409
    >;
    expectTypeOf<Bound<typeof ay.addons.install>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.installAddon>>().toEqualTypeOf<Expected>();
  });
  it("deleteAddonVersion", () => {
    type Expected = Facts<
      { addon_name: string; addon_version: string } & { purge?: boolean },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.addons.deleteVersion>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteAddonVersion>>().toEqualTypeOf<Expected>();
  });
});
