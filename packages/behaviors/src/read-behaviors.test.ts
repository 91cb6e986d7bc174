import { expect, it } from "vitest";
import { readBehaviors } from "./read-behaviors.ts";

const errors = { response: "#/components/responses/Failed", message: "/error" };

it("gives the root block of a bundle", () => {
  expect(readBehaviors({ "x-behaviors": { version: 1, errors } })).toEqual({ version: 1, errors });
});

it.each([
  [{}, "There is no x-behaviors at the root. Lint the document."],
  [{ "x-behaviors": { version: 1 } }, "x-behaviors lacks `errors`. Lint the document."],
  [
    { "x-behaviors": { version: 1, errors, static: { getRoom: "so" } } },
    'x-behaviors/static/getRoom is "so", but must NOT have fewer than 10 characters',
  ],
])("refuses %j", (document, message) => {
  expect(() => readBehaviors(document)).toThrow(message);
});
