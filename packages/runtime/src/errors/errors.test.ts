import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { errorExports as runtime } from "../../test/support/error-modules.ts";
import { ApiError } from "./api/api-error.ts";
import { isGoneError } from "./api/gone-error.ts";
import { isNotFoundError, NotFoundError } from "./api/not-found-error.ts";
import { DecodeError } from "./decode-error.ts";
import type { ErrorSource, FairleadError } from "./fairlead-error.ts";
import { isFairleadError } from "./has-error-name.ts";
import { RequestError } from "./request/request-error.ts";
import { AbortedError } from "./transport/aborted-error.ts";
import { TimeoutError } from "./transport/timeout-error.ts";

const call: ErrorSource = {
  facts: (own) => ({
    operationId: "getVisit",
    method: "GET",
    urlTemplate: "/visits/{id}",
    attempts: 1,
    elapsedMs: 5,
    ...own,
  }),
  message: (text) => `GET /visits/{id}: ${text}`,
};
const answer = {
  headers: new Headers({ "set-cookie": "session=hidden" }),
  body: { hidden: "hidden" },
  bodyText: "hidden",
};
const notFound = new NotFoundError(call, "404 gone", { status: 404 }, answer);

type ErrorClass = (new (
  call: ErrorSource,
  text: string,
  facts: object,
  answer: object,
) => FairleadError) & { errorName: string };
const exported: [string, unknown][] = Object.entries(runtime);
const classes = exported.filter(([name]) => /^[A-Z].*Error$/.test(name)) as [string, ErrorClass][];
const guards = exported.filter(([name]) => /^is[A-Z].*Error$/.test(name)) as [string, (value: unknown) => boolean][];

describe("error classes", () => {
  test("each has a guard, and each guard a class", () => {
    expect(classes.length).toBeGreaterThan(30);
    expect(guards.map(([name]) => name.slice(2)).sort()).toEqual(classes.map(([name]) => name).sort());
  });

  test.each(classes)("%s is told by its own guard and those of its ancestors, and by no other", (name, type) => {
    const error = new type(call, "text", { status: 418 }, answer);
    expect(type.errorName).toBe(name);
    for (const [guard, holds] of guards) {
      const guarded = classes.find(([other]) => other === guard.slice(2))?.[1];
      expect([guard, holds(error)]).toEqual([guard, guarded !== undefined && error instanceof guarded]);
    }
  });

  test("a guard of one status knows it on the general class, and no other guard does", () => {
    const conflict = new ApiError(call, "text", { status: 409 }, answer);
    const held = guards.filter(([, holds]) => holds(conflict)).map(([guard]) => guard);
    expect(held.sort()).toEqual(["isApiError", "isConflictError", "isFairleadError"]);
  });

  test("guards refuse what is no error of ours", () => {
    for (const value of [undefined, null, "NotFoundError", new Error("x"), { errorName: "NotFoundError" }]) {
      expect(guards.some(([, holds]) => holds(value))).toBe(false);
    }
  });

  test("guards know errors of another installed copy", async () => {
    const path = "./api/not-found-error.ts?copy";
    const copy: { NotFoundError: typeof NotFoundError } = await import(path);
    expect(copy.NotFoundError).not.toBe(NotFoundError);
    const base: typeof import("./fairlead-error.ts") = await import(`${"./fairlead-error.ts"}?copy`);
    class Foreign extends base.FairleadError {
      static override readonly errorName: string = "NotFoundError";
    }
    const foreign = new Foreign(call, "text");
    expect(foreign instanceof NotFoundError).toBe(false);
    expect([isNotFoundError(foreign), isFairleadError(foreign), isGoneError(foreign)]).toEqual([true, true, false]);
  });

  test("the code is the class's name in snake case", () => {
    expect(notFound.code).toBe("not_found");
    expect(new RequestError(call, "text").code).toBe("request");
    expect(new TimeoutError(call, "text", { phase: "body", limitMs: 5 }).code).toBe("timeout");
  });

  test("an AbortedError has the platform's name and keeps the reason", () => {
    const error = new AbortedError(call, "text", undefined, { cause: "the user left" });
    expect([error.name, error.reason, error.cause]).toEqual(["AbortError", "the user left", "the user left"]);
  });
});

describe("what an error shows", () => {
  test("the stack begins with the name of the class", () => {
    expect(notFound.stack?.split("\n")[0]).toBe("NotFoundError: GET /visits/{id}: 404 gone");
  });

  test("JSON has the facts, and neither body nor headers nor cause", () => {
    expect(JSON.parse(JSON.stringify(notFound))).toEqual({
      name: "NotFoundError",
      message: "GET /visits/{id}: 404 gone",
      code: "not_found",
      operationId: "getVisit",
      method: "GET",
      urlTemplate: "/visits/{id}",
      attempts: 1,
      elapsedMs: 5,
      retryable: false,
      status: 404,
    });
  });

  test.each([
    ["an ApiError", notFound],
    ["a DecodeError", new DecodeError(call, "text", { status: 200, contentType: "text/html" }, "hidden")],
  ])("%s hides its body from inspect, also from that of an uncaught error", (_, error) => {
    expect(inspect(error)).not.toContain("hidden");
    expect(inspect(error, { customInspect: false, depth: 9 })).not.toContain("hidden");
    expect(inspect({ deep: { error } }, { depth: 9 })).not.toContain("hidden");
    expect(error.bodyText).toBe("hidden");
  });

  test("the custom inspect shows stack and facts", () => {
    expect(inspect(notFound)).toMatch(/^NotFoundError: GET .*"status":404/s);
    expect(inspect(new RequestError(call, "text", undefined, { cause: new Error("hidden cause") }))).not.toContain(
      "hidden",
    );
  });

  test("an ApiError gives headers and body to who asks", () => {
    expect(notFound).toBeInstanceOf(ApiError);
    expect([notFound.body, notFound.headers.get("set-cookie")]).toEqual([{ hidden: "hidden" }, "session=hidden"]);
  });
});
