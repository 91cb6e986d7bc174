import { expect, it } from "vitest";
import type { BundledDocument } from "../../document.ts";
import { readDeclarations } from "./declarations.ts";

const document = {
  "x-behaviors": {
    pagination: { offset: { size: { param: "limit", max: 50 } } },
    jobs: { print: { poll: { every: "PT0.5S", factor: 2, max: "PT1M30S", timeout: "P1DT1H" } }, copy: {} },
  },
  paths: {
    "/exhibits": {
      get: { operationId: "listExhibits", "x-pagination": "offset", "x-redirect-hosts": ["any"] },
      post: { operationId: "createExhibit", "x-idempotent": "exhibitKey", "x-job": { use: "print", result: "/file" } },
    },
    "/visits": {
      get: { operationId: "listVisits", "x-pagination": { use: "offset", size: { param: "size" } } },
      post: { operationId: "createVisit", "x-idempotent": false, "x-job": "copy" },
      patch: { operationId: "updateVisit" },
      put: { operationId: "replaceVisit", "x-idempotent": false },
      delete: { operationId: "deleteVisit" },
    },
  },
} as unknown as BundledDocument;

const declared = readDeclarations(document);

it("takes sizes from the definition, unless the operation has its own", () => {
  expect(declared.get("listExhibits")?.pageMax).toBe(50);
  expect(declared.get("listVisits")?.pageMax).toBeUndefined();
});

it("reads the pace of a job in milliseconds, and has none where none is declared", () => {
  expect(declared.get("createExhibit")?.pace).toEqual({
    everyMs: 500,
    factor: 2,
    maxMs: 90_000,
    timeoutMs: 90_000_000,
  });
  expect(declared.get("createVisit")?.pace).toBeUndefined();
});

it("takes what may be repeated from the document, else from HTTP", () => {
  const repeatable = [...declared].filter(([, one]) => one.repeatable).map(([id]) => id);
  expect(repeatable).toEqual(["listExhibits", "createExhibit", "listVisits", "deleteVisit"]);
});

it("allows redirects to other hosts where the document does", () => {
  expect([...declared].filter(([, one]) => one.redirects === "any").map(([id]) => id)).toEqual(["listExhibits"]);
});
