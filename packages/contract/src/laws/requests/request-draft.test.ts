import type { OperationTable } from "@fairlead/sandbox/tables";
import { describe, expect, it } from "vitest";
import { writeRequest } from "./request-draft.ts";

const upload: OperationTable = {
  id: "upload",
  method: "PUT",
  path: "/files/{name}",
  parameters: [],
  responses: {},
  security: [],
};
const typeOf = (mediaType: string, value: unknown) =>
  writeRequest(upload, { path: { name: "a b" }, query: {}, header: {}, body: { mediaType, value } }).headers[
    "content-type"
  ];

describe("a written request", () => {
  it("has the declared media type", () => {
    expect(typeOf("application/zip", new Blob(["PK"]))).toBe("application/zip");
    expect(typeOf("application/json", { a: 1 })).toBe("application/json");
  });
  it("has a media type of the range where a range is declared", () => {
    expect(typeOf("*/*", new Blob(["PK"]))).toBe("application/octet-stream");
    expect(typeOf("*/*", { a: 1 })).toBe("application/json");
    expect(typeOf("text/*", "words")).toBe("text/plain");
    expect(typeOf("image/*", new Blob(["PNG"]))).toBe("image/x-any");
  });
  it("has its path encoded", () => {
    expect(writeRequest(upload, { path: { name: "a b/c" }, query: {}, header: {} }).target).toBe("/files/a%20b%2Fc");
  });
});
