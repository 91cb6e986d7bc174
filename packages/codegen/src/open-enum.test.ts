import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "./document/document.ts";
import { schemaTypes } from "./schema-types.ts";

const document = (state: object): OpenApiDocument =>
  ({
    openapi: "3.1.1",
    info: { title: "Museum", version: "1.0.0" },
    paths: {},
    components: { schemas: { State: state } },
  }) as object as OpenApiDocument;

describe("an open enum", () => {
  it("keeps its known values beside any other text", async () => {
    const types = await schemaTypes(document({ anyOf: [{ enum: ["open", "closed"] }, { type: "string" }] }));
    expect(types).toContain('State: "open" | "closed" | (string & {});');
  });
  it("keeps them in a list too", async () => {
    const items = { anyOf: [{ enum: ["open", "closed"] }, { type: "string" }] };
    expect(await schemaTypes(document({ type: "array", items }))).toContain(
      'State: ("open" | "closed" | (string & {}))[];',
    );
    const state = { type: "object", properties: { states: { type: "array", items } } };
    expect(await schemaTypes(document(state))).toContain('states?: ("open" | "closed" | (string & {}))[];');
  });
  it("is not what a closed enum is, nor a choice of other things", async () => {
    expect(await schemaTypes(document({ enum: ["open", "closed"] }))).toContain('State: "open" | "closed";');
    const choice = { anyOf: [{ type: "integer" }, { type: "string", enum: ["null"] }] };
    expect(await schemaTypes(document(choice))).toContain('State: number | "null";');
  });
});
