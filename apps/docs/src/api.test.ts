import type { Evidence } from "@fairlead/behaviors";
import { expect, test } from "vitest";
import { checkedDays, evidenceSummary } from "./api.ts";

const documented = (checked: string): Evidence => ({ kind: "documented", source: "https://museum.example", checked });
const assumed: Evidence = { kind: "assumed", note: "seen in no page" };

test("counts how many operations are known how", () => {
  expect(evidenceSummary([assumed, documented("2026-11-20"), documented("2026-11-20")])).toBe(
    "2 documented, 1 assumed",
  );
});

test("gives the first and the last day of checking, one day once, and none for what was only assumed", () => {
  expect(checkedDays([documented("2026-11-20"), documented("2026-10-02"), documented("2026-11-18"), assumed])).toEqual([
    "2026-10-02",
    "2026-11-20",
  ]);
  expect(checkedDays([documented("2026-11-20"), documented("2026-11-20")])).toEqual(["2026-11-20"]);
  expect(checkedDays([assumed])).toEqual([]);
});
