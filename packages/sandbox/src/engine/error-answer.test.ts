import { expect, it } from "vitest";
import { museumOperation, museumTables } from "../../test/museum-tables.ts";
import { errorAnswer } from "./error-answer.ts";
import { Refusal } from "./refusal.ts";

const operation = museumOperation("createExhibition");

it("has the refusal's own text in the body that is declared for the status", () => {
  const { status, json } = errorAnswer(museumTables, operation, new Refusal(400, "the title is missing"));
  expect([status, JSON.stringify(json)]).toEqual([400, expect.stringContaining("the title is missing")]);
});

it("is that text alone where the response is declared as text", () => {
  const content = { "text/plain": { schema: { type: "string" }, examples: { refused: "no" } } };
  const tables = { ...museumTables, responses: { ...museumTables.responses, Refused: { headers: {}, content } } };
  const refused = { ...operation, responses: { ...operation.responses, "400": "Refused" } };
  expect(errorAnswer(tables, refused, new Refusal(400, "the title is missing"))).toEqual({
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8" },
    text: "the title is missing",
  });
});

it("may take another example than the first, and further members of its body", () => {
  const examples = { closed: { error: "closed" }, lost: { error: "lost", path: "/somewhere" } };
  const content = { "application/json": { schema: {}, examples } };
  const tables = { ...museumTables, responses: { ...museumTables.responses, BadRequest: { headers: {}, content } } };
  const refusal = new Refusal(404, "no such hall", { example: "lost", members: { "/path": "/api/halls" } });
  expect(errorAnswer(tables, undefined, refusal).json).toEqual({ error: "no such hall", path: "/api/halls" });
  expect(errorAnswer(tables, undefined, new Refusal(404, "no such hall")).json).toEqual({ error: "no such hall" });
});

it("has no body where none is declared", () => {
  const tables = { ...museumTables, responses: { ...museumTables.responses, Bare: { headers: {}, content: {} } } };
  const bare = { ...operation, responses: { ...operation.responses, "400": "Bare" } };
  expect(errorAnswer(tables, bare, new Refusal(400, "the title is missing"))).toEqual({ status: 400, headers: {} });
});
