import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of bundles, settings, secrets, attributes, events and the server", () => {
  it("getInfo", () => {
    type Expected = Facts<{ full?: boolean } | undefined, S["ServerInfo"], 200, 400 | 401>;
    expectTypeOf<Bound<typeof ay.server.getInfo>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getInfo>>().toEqualTypeOf<Expected>();
  });
  it("listAttributes", () => {
    type Expected = Facts<Record<string, never> | undefined, S["AttributeList"], 200, 401 | 403>;
    expectTypeOf<Bound<typeof ay.attributes.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listAttributes>>().toEqualTypeOf<Expected>();
  });
  it("listBundles", () => {
    type Expected = Facts<{ archived?: boolean } | undefined, S["BundleList"], 200, 400 | 401>;
    expectTypeOf<Bound<typeof ay.bundles.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listBundles>>().toEqualTypeOf<Expected>();
  });
  it("createBundle", () => {
    type Expected = Facts<{ force?: boolean } & { body: S["NewBundle"] }, undefined, 201, 400 | 401 | 403 | 500>;
    expectTypeOf<Bound<typeof ay.bundles.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createBundle>>().toEqualTypeOf<Expected>();
  });
  it("updateBundle", () => {
    type Expected = Facts<
      { bundle_name: string } & { force?: boolean } & { body: S["BundlePatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.bundles.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateBundle>>().toEqualTypeOf<Expected>();
  });
  it("deleteBundle", () => {
    type Expected = Facts<{ bundle_name: string }, undefined, 204, 400 | 401 | 403>;
    expectTypeOf<Bound<typeof ay.bundles.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteBundle>>().toEqualTypeOf<Expected>();
  });
  it("getSettings", () => {
    type Expected = Facts<
      | {
          bundle_name?: S["BundleName"];
          project_name?: S["ProjectName"];
          project_bundle_name?: string;
          variant?: string;
          summary?: boolean;
          site_id?: string;
        }
      | undefined,
      S["Settings"],
      200,
      400 | 401 | 403 | 404,
      { 404: S["SettingsNotFound"] }
    >;
    expectTypeOf<Bound<typeof ay.settings.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getSettings>>().toEqualTypeOf<Expected>();
  });
  it("getAddonSettings", () => {
    type Expected = Facts<
      { addon_name: string; addon_version: string } & { variant?: string; as?: string },
      S["AddonSettings"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.settings.getAddon>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getAddonSettings>>().toEqualTypeOf<Expected>();
  });
  it("updateAddonSettings", () => {
    type Expected = Facts<
      { addon_name: string; addon_version: string } & { variant?: string } & { body: S["NewAddonSettings"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.settings.updateAddon>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateAddonSettings>>().toEqualTypeOf<Expected>();
  });
  it("getAddonProjectSettings", () => {
    type Expected = Facts<
      { addon_name: string; addon_version: string; project_name: S["ProjectName"] } & {
        variant?: string;
        as?: string;
        site_id?: string;
      },
      S["AddonSettings"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.settings.getAddonForProject>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getAddonProjectSettings>>().toEqualTypeOf<Expected>();
  });
  it("listSecrets", () => {
    type Expected = Facts<Record<string, never> | undefined, S["SecretList"], 200, 401 | 403>;
    expectTypeOf<Bound<typeof ay.secrets.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listSecrets>>().toEqualTypeOf<Expected>();
  });
  it("getSecret", () => {
    type Expected = Facts<{ name: S["SecretName"] }, S["Secret"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.secrets.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getSecret>>().toEqualTypeOf<Expected>();
  });
  it("replaceSecret", () => {
    type Expected = Facts<{ name: S["SecretName"] } & { body: S["SecretValue"] }, undefined, 204, 400 | 401 | 403>;
    expectTypeOf<Bound<typeof ay.secrets.replace>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.replaceSecret>>().toEqualTypeOf<Expected>();
  });
  it("deleteSecret", () => {
    type Expected = Facts<{ name: S["SecretName"] }, undefined, 204, 400 | 401 | 403>;
    expectTypeOf<Bound<typeof ay.secrets.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteSecret>>().toEqualTypeOf<Expected>();
  });
  it("createEvent", () => {
    type Expected = Facts<{ body: S["NewEvent"] }, S["CreatedEvent"], 200, 400 | 401 | 403 | 409>;
    expectTypeOf<Bound<typeof ay.events.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createEvent>>().toEqualTypeOf<Expected>();
  });
  it("getEvent", () => {
    type Expected = Facts<{ event_id: S["Id"] }, S["Event"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.events.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getEvent>>().toEqualTypeOf<Expected>();
  });
  it("updateEvent", () => {
    type Expected = Facts<{ event_id: S["Id"] } & { body: S["EventPatch"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.events.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateEvent>>().toEqualTypeOf<Expected>();
  });
  it("enroll", () => {
    type Expected = Facts<{ body: S["Enrollment"] }, S["EventJob"] | undefined, 200 | 204, 400 | 401 | 403 | 503>;
    expectTypeOf<Bound<typeof ay.events.enroll>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.enroll>>().toEqualTypeOf<Expected>();
  });
});
