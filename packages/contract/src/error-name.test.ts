import { describe, expect, it } from "vitest";
import type { BundledDocument } from "./document.ts";
import { errorName } from "./error-name.ts";

const document: BundledDocument = {
  paths: {
    "/login": { post: { operationId: "login", "x-rate-limit": "guarded" } },
    "/search": { get: { operationId: "search", "x-rate-limit": "usual" } },
    "/about": { get: { operationId: "getAbout" } },
  },
  "x-behaviors": {
    rateLimits: { guarded: { onExceed: { status: 503 } }, usual: { onExceed: { status: 429 } } },
  },
};

describe("the error class that an answer must give", () => {
  it.each([
    [404, "NotFoundError"],
    [418, "ApiError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
  ])("is that of its status: %d is a %s", (status, name) => {
    for (const operation of ["login", "search", "getAbout"]) expect(errorName(document, operation, status)).toBe(name);
  });
  it("is that of a quota for the status which the operation's own rate class declares, and for no other operation", () => {
    expect(errorName(document, "login", 503)).toBe("RateLimitError");
    expect(errorName(document, "search", 503)).toBe("ServerError");
    expect(errorName(document, "getAbout", 503)).toBe("ServerError");
  });
  it("finds behaviours that the bundler keeps as a reference", () => {
    const { "x-behaviors": behaviors, ...rest } = document;
    const split = { ...rest, components: { behaviors }, "x-behaviors": { $ref: "#/components/behaviors" } };
    expect(errorName(split as BundledDocument, "login", 503)).toBe("RateLimitError");
  });
});
