import { expect, it } from "vitest";
import { expandOperation } from "./expand.ts";

const evidence = { kind: "documented", checked: "2026-11-01" };
const behaviors = { defaults: { rateLimit: "normal", idempotent: false, evidence } };

function expand(operation: Record<string, unknown>, method: string): Record<string, unknown> {
  const copy = structuredClone(operation);
  expandOperation(copy, method, behaviors);
  return copy;
}

it("gives every operation the default class and evidence, with the operation's own source", () => {
  expect(expand({ externalDocs: { url: "https://museum.example/docs" } }, "get")).toEqual({
    externalDocs: { url: "https://museum.example/docs" },
    "x-rate-limit": "normal",
    "x-evidence": { kind: "documented", source: "https://museum.example/docs", checked: "2026-11-01" },
  });
});

it.each(["post", "PATCH"])("says on %s whether a repeat is harmless", (method) => {
  expect(expand({}, method)["x-idempotent"]).toBe(false);
});

it.each(["get", "put", "delete", "head"])("leaves %s to HTTP's own rule", (method) => {
  expect(expand({}, method)).not.toHaveProperty("x-idempotent");
});

it("keeps what the operation says itself", () => {
  const own = {
    "x-rate-limit": "none",
    "x-idempotent": true,
    "x-evidence": { kind: "assumed", note: "nobody could check it" },
    externalDocs: { url: "https://museum.example/docs" },
  };
  expect(expand(own, "post")).toEqual(own);
});

it("never changes the defaults themselves", () => {
  expand({ externalDocs: { url: "https://museum.example/docs" } }, "get");
  expect(evidence).toEqual({ kind: "documented", checked: "2026-11-01" });
});

it("adds nothing where there are no defaults", () => {
  const operation = {};
  expandOperation(operation, "post", undefined);
  expect(operation).toEqual({});
});
