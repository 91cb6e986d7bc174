import { describe, expect, it } from "vitest";
import { museumDocument } from "../../../test/museum/document.ts";
import { museumTables } from "../../../test/museum/tables.ts";
import { Broken } from "../broken.ts";
import { createLawContext } from "../law-context.ts";
import type { Exchange } from "../requests/exchange.ts";
import { mustTell } from "./access-laws.ts";

const schema = { type: "string" };
const plain = { headers: {}, content: { "text/plain": { schema, examples: {} } } };
const { normal: _normal, ...rateLimits } = museumTables.rateLimits;
const context = createLawContext({
  tables: { ...museumTables, rateLimits, responses: { ...museumTables.responses, BadRequest: plain } },
  document: museumDocument,
  seed: 1,
});

const refusal = (status: number, contentType: string, body: string): Exchange => ({
  operation: context.operation("getQuota"),
  draft: undefined,
  method: "GET",
  status,
  headers: new Headers({
    "content-type": contentType,
    ...Object.fromEntries(["limit", "remaining", "reset"].map((name) => [`x-ratelimit-${name}`, "1"])),
  }),
  bytes: new TextEncoder().encode(body),
  json: contentType === "application/json" ? JSON.parse(body) : undefined,
  curl: "curl x",
});

describe("a refusal in the vendor's words", () => {
  it("has its text where the document says it stands", () => {
    mustTell(refusal(404, "application/json", '{"error":"There is none."}'), context);
    expect(() => mustTell(refusal(404, "application/json", '{"error":""}'), context)).toThrow(Broken);
  });
  it("is a text itself where the document declares plain text", () => {
    mustTell(refusal(400, "text/plain", "There is no query."), context);
    expect(() => mustTell(refusal(400, "text/plain", ""), context)).toThrow("the error has no text");
  });
  it("is no plain text where the document declares another body", () => {
    expect(() => mustTell(refusal(404, "text/plain", "There is none."), context)).toThrow("the content type");
  });
});
