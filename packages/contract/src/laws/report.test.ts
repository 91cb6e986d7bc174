import { describe, expect, it } from "vitest";
import { addUp, describeFindings, tableOf } from "./report.ts";

const finding = { law: "some_law", operation: "getExhibit", what: "it is blue", request: "curl x", answer: "200 {}" };
const laws = [
  { law: "some_law", states: "", operations: 2, cases: 12, findings: [finding], underivable: [] },
  { law: "another_law", states: "", operations: 1, cases: 3, findings: [], underivable: [] },
];

describe("the report of laws", () => {
  const report = addUp("a museum", 7, laws, { byHand: ["createVisit"], silent: ["a_third_law"] });

  it("adds up cases and findings", () => {
    expect(report).toMatchObject({ cases: 15, findings: 1, seed: 7 });
  });
  it("is a table that says what was made by hand and what was not spoken of", () => {
    expect(tableOf(report)).toBe(
      [
        "laws of a museum, seed 7",
        "law          operations  cases  findings",
        "some_law              2     12         1",
        "another_law           1      3         0",
        "all                         15         1",
        "requests made by hand: 1 (createVisit)",
        "nothing is declared for: a_third_law",
      ].join("\n"),
    );
  });
  it("shows a finding with its request and its answer", () => {
    expect(describeFindings([finding])).toBe("some_law, getExhibit: it is blue\n  curl x\n  -> 200 {}");
  });
});
