import { expect, test } from "vitest";
import { decorate } from "./decorate.ts";
import { type ApiDocument, listOperations } from "./document.ts";

const document: ApiDocument = {
  info: { title: "Museum API", version: "1.0.0", description: "Two\nlines." },
  paths: {
    "/halls": {
      summary: "A path item has more than operations.",
      get: {
        operationId: "listHalls",
        tags: ["halls"],
        description: "Gives the\nhalls.\n",
        "x-evidence": { kind: "assumed", note: "seen in no page" },
      },
    },
  },
};

test("adds badges and facts to each operation and leaves the given document alone", () => {
  const before = structuredClone(document);
  const [placed] = listOperations(decorate(document));
  expect(placed?.operation).toMatchObject({
    "x-badges": [{ name: "assumed", color: "orange" }],
    description: "Gives the halls.\n\n- **Evidence:** assumed; nobody could check it. Note: seen in no page.",
  });
  expect(document).toEqual(before);
});

test("joins the lines of the document's other descriptions too, and adds the way back to the landing page", () => {
  expect(decorate(document).info).toMatchObject({ description: "Two lines.", "x-logo": { href: "index.html" } });
});

test("an operation that was never linted is named in the error", () => {
  const broken = { ...document, paths: { "/halls": { get: { operationId: "listHalls" } } } };
  expect(() => decorate(broken)).toThrow("listHalls");
});
