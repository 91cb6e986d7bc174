import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { resolveBehaviors } from "../src/index.ts";
import { redocly, writeDocuments } from "./lint.ts";
import { museum } from "./museum.ts";

type Bundle = { paths: Record<string, Record<string, Record<string, unknown>>> } & Record<string, unknown>;
let document: Bundle;

beforeAll(() => {
  const { root, remove } = writeDocuments({ museum: museum() });
  try {
    const { status, stderr } = redocly(join(root, "museum"), "bundle", "openapi.yaml", "-o", "museum.json");
    if (status !== 0) throw new Error(stderr);
    document = JSON.parse(readFileSync(join(root, "museum/museum.json"), "utf8")) as Bundle;
  } finally {
    remove();
  }
}, 60_000);

function operation(path: string, method: string): Record<string, unknown> {
  const found = document.paths[path]?.[method];
  if (found === undefined) throw new Error(`no ${method} ${path}`);
  return found;
}

it("gives a list its class, its pages and its evidence, defaults included", () => {
  const behaviors = resolveBehaviors(document, operation("/exhibits", "get"));
  expect(behaviors).toEqual({
    rateLimit: expect.objectContaining({ name: "normal", quota: 120, window: "PT1M", tiers: { paid: 240 } }),
    pagination: {
      style: "offset",
      param: "skip",
      size: { param: "limit", default: 16, max: 100 },
      items: "/result",
      key: "/id",
      total: "/pagination/total",
    },
    resource: { type: "Exhibit", action: "list" },
    redirectHosts: "none",
    evidence: { kind: "documented", source: "https://museum.example/docs/exhibits", checked: "2026-11-01" },
  });
});

it("merges an operation's overrides into the definition", () => {
  const { pagination } = resolveBehaviors(document, operation("/rooms", "get"));
  expect(pagination).toEqual({ style: "last-id", param: "after", items: "/result", key: "/id", more: "/hasMore" });
});

it("gives a starting operation its job, its key and what is secret", () => {
  const { job, idempotent, sensitive } = resolveBehaviors(document, operation("/tours", "post"));
  expect(job).toMatchObject({ name: "tour", result: ["/data/url", "/url"], resultKind: "file", start: { id: "/id" } });
  expect(job).not.toHaveProperty("use");
  expect(idempotent).toEqual({ header: "Idempotency-Key", ttl: "P1D", replayStatus: 200 });
  expect(sensitive).toEqual({ response: ["/url"] });
});

it("fills in how to wait and the result of the successful state where nothing else is said", () => {
  const states = { running: { next: ["done"], after: { polls: 1 } }, done: { end: "success", result: "/data" } };
  const definition = { start: { id: "/id" }, status: { operationId: "a", param: "path.id", state: "/s" }, states };
  const evidence = { kind: "assumed", note: "nobody could check it" };
  const { job } = resolveBehaviors(
    { "x-behaviors": { jobs: { walk: definition } } },
    { "x-job": "walk", "x-evidence": evidence },
  );
  expect(job).toEqual({
    ...definition,
    name: "walk",
    poll: { every: "PT2S", factor: 1.5, max: "PT15S", timeout: "PT10M" },
    result: ["/data"],
    resultKind: "json",
  });
});

it("takes [any] for any host, and a list that says none for no pages", () => {
  const photo = operation("/exhibits/{id}/photo", "get");
  expect(resolveBehaviors(document, photo).redirectHosts).toBe("any");
  expect(resolveBehaviors(document, { ...photo, "x-pagination": "none" })).not.toHaveProperty("pagination");
});

it("refuses a reference to nothing, a definition that stays incomplete, and missing evidence", () => {
  const list = operation("/exhibits", "get");
  expect(() => resolveBehaviors(document, { ...list, "x-rate-limit": "slow" })).toThrow(
    "listExhibits: x-rate-limit slow is not defined in x-behaviors.rateLimits. Lint the document.",
  );
  expect(() => resolveBehaviors(document, { ...list, "x-pagination": "lastId" })).toThrow(
    "listExhibits: x-pagination lastId lacks `more`. Lint the document.",
  );
  expect(() => resolveBehaviors(document, { operationId: "getToy" })).toThrow("getToy: x-evidence");
});
