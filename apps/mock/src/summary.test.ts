import { expect, test } from "vitest";
import { summary, usesColour } from "./summary.ts";

const rows = [
  { title: "Docs", url: "http://127.0.0.1:4000", variable: "PORT_DOCS" },
  { title: "Museum of ships", url: "http://127.0.0.1:4810", operations: 12, variable: "PORT_MUSEUM" },
];

test("aligns the columns", () => {
  expect(summary("Mocks by Prism", rows, "curl http://127.0.0.1:4810/exhibits", false)).toBe(`
  Mocks by Prism

                   where                  operations  port variable
  Docs             http://127.0.0.1:4000              PORT_DOCS
  Museum of ships  http://127.0.0.1:4810          12  PORT_MUSEUM

  Try it:

  curl http://127.0.0.1:4810/exhibits

  Ctrl-C stops all of it.
`);
});

test("says nothing to paste where no operation can be shown", () => {
  expect(summary("Mocks by Prism", rows, undefined, false)).not.toContain("Try it");
});

test("colour changes nothing but the colour", () => {
  const coloured = summary("Mocks by Prism", rows, "curl x", true);
  expect(coloured).toContain("\u001b[36mhttp://127.0.0.1:4810");
  expect(
    coloured
      .split("\u001b")
      .map((part) => part.replace(/^\[\d+m/, ""))
      .join(""),
  ).toBe(summary("Mocks by Prism", rows, "curl x", false));
});

test("colours a terminal only, and never when NO_COLOR is set or the terminal is dumb", () => {
  expect(usesColour({ isTTY: true }, { TERM: "xterm" })).toBe(true);
  expect(usesColour({ isTTY: true }, { NO_COLOR: "" })).toBe(true);
  expect(usesColour({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
  expect(usesColour({ isTTY: true }, { TERM: "dumb" })).toBe(false);
  expect(usesColour({}, {})).toBe(false);
});
