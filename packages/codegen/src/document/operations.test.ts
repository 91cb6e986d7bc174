import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type OpenApiDocument, parseDocument } from "./document.ts";
import { DocumentError } from "./document-error.ts";
import { readOperations } from "./operations.ts";

const TEXT = readFileSync(new URL("../../test/museum.json", import.meta.url), "utf8");

type Members = Record<string, unknown>;

/** The museum with other members in one of its operations. */
function museum(path: string, method: string, members: Members): OpenApiDocument {
  const document = parseDocument(TEXT, "museum.json");
  Object.assign((document.paths[path] as Record<string, Members>)[method] ?? {}, members);
  return document;
}

/** The message with which `GET /v1/tours/{id}` is refused once it has these members. */
function refusal(members: Members): string {
  try {
    readOperations(museum("/v1/tours/{id}", "get", members));
  } catch (error) {
    if (error instanceof DocumentError) return error.message;
    throw error;
  }
  return "accepted";
}

function parameter(members: Members): Members {
  return { parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" }, ...members }] };
}

const ok = { description: "Fine.", content: { "application/json": {} } };

describe("readOperations", () => {
  test("keeps the order of the document and names groups after tags", () => {
    const names = readOperations(parseDocument(TEXT, "museum.json")).map(({ group, member }) => `${group}.${member}`);
    expect(names.slice(0, 2)).toEqual(["exhibits.list", "exhibits.create"]);
    expect(names).toContain("audioGuides.replace");
    expect(names).toHaveLength(11);
  });

  test.each<[string, Members, string]>([
    ["no operationId", { operationId: undefined }, "no operationId"],
    ["no x-method", { "x-method": undefined }, "(getTour): no x-method"],
    ["no tag", { tags: [] }, "(getTour): needs exactly one tag"],
    ["two tags", { tags: ["tours", "exhibits"] }, "(getTour): needs exactly one tag"],
    ["a tag in capitals", { tags: ["Tours"] }, '(getTour): tag "Tours": not in kebab-case'],
    ["the tag raw", { tags: ["raw"] }, "(getTour): tag raw: raw is a reserved name of the client"],
    ["the method safe", { "x-method": "safe" }, "(getTour): x-method safe: a reserved name of a group"],
    ["a method in kebab-case", { "x-method": "get-it" }, '(getTour): x-method "get-it": not in camelCase'],
    ["a keyword as id", { operationId: "delete" }, "(delete): operationId delete: a reserved name; call it verbNoun"],
    ["an import as id", { operationId: "operation" }, "(operation): operationId operation: a reserved name"],
    ["spaces in the id", { operationId: "get tour" }, '(get tour): operationId "get tour": not in camelCase'],
    ["a cookie", parameter({ in: "cookie" }), "(getTour): parameter id: in cookie is not supported"],
    ["a matrix path", parameter({ style: "matrix" }), "(getTour): parameter id: style matrix is not supported in path"],
    ["no parameter schema", parameter({ schema: undefined }), "(getTour): parameter id: has no `schema`"],
    ["allowReserved", parameter({ in: "query", allowReserved: true }), "`allowReserved` is not supported"],
    ["an ignored header", parameter({ in: "header", name: "Accept" }), "parameter Accept: OpenAPI ignores this header"],
    ["a parameter body", parameter({ in: "query", name: "body" }), "(getTour): parameter body: the name is taken"],
    ["no success", { responses: { "404": ok } }, "(getTour): declares no 2xx response"],
    ["a range of codes", { responses: { "200": ok, "4XX": ok } }, "(getTour): response 4XX: not a status code"],
    [
      "successes of two kinds",
      { responses: { "200": ok, "206": { description: "A part.", content: { "video/mp4": {} } } } },
      "(getTour): its 2xx bodies are of several kinds (json, binary)",
    ],
    ["an unknown behaviour", { "x-rate-limit": "fast" }, "(getTour): getTour: x-rate-limit fast is not defined"],
  ])("refuses %s and names the operation", (_, members, message) => {
    expect(refusal(members)).toContain("GET /v1/tours/{id}");
    expect(refusal(members)).toContain(message);
  });

  test("refuses one name in two places of an operation", () => {
    const document = museum("/v1/exhibits/{id}", "get", {
      parameters: [{ name: "id", in: "query", schema: { type: "string" } }],
    });
    expect(() => readOperations(document)).toThrow(
      "GET /v1/exhibits/{id} (getExhibit): parameter id: the name is taken",
    );
  });

  test("refuses two operations of one name, and names both", () => {
    expect(() => readOperations(museum("/v1/tours/{id}", "get", { operationId: "getExhibit" }))).toThrow(
      "GET /v1/exhibits/{id} (getExhibit) and GET /v1/tours/{id} (getExhibit): both are operationId getExhibit",
    );
    expect(() => readOperations(museum("/v1/tours/{id}", "get", { tags: ["exhibits"] }))).toThrow(
      "GET /v1/exhibits/{id} (getExhibit) and GET /v1/tours/{id} (getTour): both are the method exhibits.get",
    );
  });

  test("an operation's own parameter replaces the path's", () => {
    const document = museum("/v1/exhibits/{id}", "get", parameter({}));
    const { parameters } = readOperations(document).find(({ id }) => id === "getExhibit") ?? {};
    expect(parameters).toEqual([{ name: "id", in: "path", required: true, type: "string" }]);
  });
});
