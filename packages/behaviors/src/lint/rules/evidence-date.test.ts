import { expect, it } from "vitest";
import { describeRule } from "../../../test/describe-rule.ts";
import { DocumentModel } from "../document-model.ts";
import type { Location } from "../redocly-types.ts";
import { Spot } from "../spot.ts";
import { evidenceDate } from "./evidence-date.ts";

describeRule("fairlead/evidence-date", {
  "a day in the future": {
    edits: [
      [
        "  evidence: { kind: documented, checked: 2026-11-01 }\n",
        "  evidence: { kind: documented, checked: 9999-11-01 }\n",
      ],
    ],
    at: ["behaviors.yaml", "9999-11-01"],
    says: "9999-11-01 is in the future",
  },
  "a day that the calendar does not have": {
    edits: [["{ kind: client, checked: 2026-11-01,", "{ kind: client, checked: 2026-02-31,"]],
    at: ["tours/paths.yaml", "2026-02-31"],
    says: "2026-02-31 is no day of the calendar",
  },
  "a look long ago, as a warning": {
    edits: [["{ kind: client, checked: 2026-11-01,", "{ kind: client, checked: 2001-11-01,"]],
    at: ["tours/paths.yaml", "2001-11-01"],
    says: "2001-11-01 is more than 365 days ago",
    severity: "warn",
  },
});

const place: Location = {
  source: { absoluteRef: "" },
  pointer: "",
  absolutePointer: "",
  child: () => place,
  key: () => place,
};

function judge(checked: string, now: string): (string | undefined)[] {
  const root = new Spot({ "x-behaviors": { defaults: { evidence: { checked } } } }, place, () => ({}));
  const severities: (string | undefined)[] = [];
  evidenceDate(new DocumentModel(root), (_message, _at, severity) => severities.push(severity ?? "error"), { now });
  return severities;
}

it("takes a day that has begun in the earliest time zone, and not the one after", () => {
  expect(judge("2026-11-21", "2026-11-20T10:00:00Z")).toEqual([]);
  expect(judge("2026-11-21", "2026-11-20T09:59:59Z")).toEqual(["error"]);
});

it("warns on the day after the 365th, not on the 365th", () => {
  expect(judge("2025-11-20", "2026-11-20T00:00:00Z")).toEqual([]);
  expect(judge("2025-11-20", "2026-11-20T00:00:01Z")).toEqual(["warn"]);
});
