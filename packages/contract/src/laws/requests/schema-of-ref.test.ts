import { describe, expect, it } from "vitest";
import { archiveDocument } from "../../../test/archive/document.ts";
import { archiveTables } from "../../../test/archive/tables.ts";
import { createLawContext } from "../law-context.ts";
import { schemaOfRef } from "./schema-of-ref.ts";

const context = createLawContext({ tables: archiveTables, document: archiveDocument, seed: 1 });
const schemaOf = (id: string, ref: string, mediaType?: string) =>
  schemaOfRef(context.operation(id), ref, context.shapes, mediaType);

describe("the schema of a value of a request", () => {
  it("is that of its parameter", () => {
    expect(schemaOf("getLetter", "path.letterId")).toMatchObject({ pattern: "^[0-9a-f]{32}$" });
  });
  it("is that of the body or of its member, with references followed", () => {
    expect(schemaOf("fileLetter", "body")).toEqual({ $ref: "#/components/schemas/NewLetter" });
    expect(schemaOf("fileLetter", "body/subject")).toMatchObject({ type: "string", maxLength: 40 });
    expect(schemaOf("fileLetter", "body/subject", "application/json")).toMatchObject({ maxLength: 40 });
  });
  it("allows anything where nothing is said of it", () => {
    expect(schemaOf("fileLetter", "body/colour")).toBe(true);
    expect(schemaOf("getLetter", "query.page")).toBe(true);
    expect(schemaOf("getLetter", "body/subject")).toBe(true);
  });
});
