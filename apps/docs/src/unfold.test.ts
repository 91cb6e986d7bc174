import { expect, test } from "vitest";
import { unfold, unfoldDescriptions } from "./unfold.ts";

test("joins the lines of a paragraph and keeps paragraphs apart", () => {
  expect(unfold("one\ntwo\n  three\n\nfour\nfive\n")).toBe("one two three\n\nfour five\n");
});

test.each([
  ["a list", "lead:\n- one\n- two\n1. three\n* four"],
  ["a table", "| a | b |\n|---|---|\n| 1 | 2 |"],
  ["a heading", "# Title\ntext"],
  ["a quote", "text\n> said"],
  ["a hard break", "one  \ntwo\\\nthree"],
  ["a fence", "```\na\nb\n\nc\n```\ntext"],
  ["indented code", "text\n\n    code\n    more"],
])("leaves %s as it is", (_, markdown) => {
  expect(unfold(markdown)).toBe(markdown);
});

test("joins what continues a list item", () => {
  expect(unfold("- one\n  and more\n- two")).toBe("- one and more\n- two");
});

test("unfolds descriptions at any depth, and neither examples nor a property of that name", () => {
  const document = {
    description: "a\nb",
    paths: [{ description: "c\nd" }],
    properties: { description: { type: "string", description: "e\nf" } },
    example: { description: "g\nh" },
    examples: { one: { value: { description: "i\nj" } } },
  };
  unfoldDescriptions(document);
  expect(document).toEqual({
    description: "a b",
    paths: [{ description: "c d" }],
    properties: { description: { type: "string", description: "e f" } },
    example: { description: "g\nh" },
    examples: { one: { value: { description: "i\nj" } } },
  });
});
