import { describe, expectTypeOf, it } from "vitest";
import type { Ayon, components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

declare const ay: Ayon;

describe("the types of sessions and users", () => {
  it("login", () => {
    type Expected = Facts<{ body: S["Credentials"] }, S["Login"], 200, 400 | 403 | 503>;
    expectTypeOf<Bound<typeof ay.auth.login>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.login>>().toEqualTypeOf<Expected>();
  });
  it("logout", () => {
    type Expected = Facts<Record<string, never> | undefined, S["Logout"], 200, 401>;
    expectTypeOf<Bound<typeof ay.auth.logout>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.logout>>().toEqualTypeOf<Expected>();
  });
  it("createSession", () => {
    type Expected = Facts<{ body: S["NewSession"] }, S["Session"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.auth.createSession>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createSession>>().toEqualTypeOf<Expected>();
  });
  it("getCurrentUser", () => {
    type Expected = Facts<Record<string, never> | undefined, S["User"], 200, 401>;
    expectTypeOf<Bound<typeof ay.users.me>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getCurrentUser>>().toEqualTypeOf<Expected>();
  });
  it("getUser", () => {
    type Expected = Facts<{ user_name: S["UserName"] }, S["VisibleUser"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.users.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getUser>>().toEqualTypeOf<Expected>();
  });
  it("createUser", () => {
    type Expected = Facts<{ user_name: S["UserName"] } & { body: S["NewUser"] }, undefined, 204, 400 | 401 | 403 | 409>;
    expectTypeOf<Bound<typeof ay.users.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createUser>>().toEqualTypeOf<Expected>();
  });
  it("updateUser", () => {
    type Expected = Facts<
      { user_name: S["UserName"] } & { body: S["UserPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.users.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateUser>>().toEqualTypeOf<Expected>();
  });
  it("deleteUser", () => {
    type Expected = Facts<{ user_name: S["UserName"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.users.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteUser>>().toEqualTypeOf<Expected>();
  });
});
