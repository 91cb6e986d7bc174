import { expect, test } from "vitest";
import { durationText, perBadge, perText } from "./duration.ts";

test.each([
  ["PT1M", "1 minute", "minute", "min"],
  ["PT1H", "1 hour", "hour", "h"],
  ["P1D", "1 day", "day", "day"],
  ["PT24H", "1 day", "day", "day"],
  ["PT1S", "1 second", "second", "s"],
  ["PT90S", "90 seconds", "90 seconds", "90 s"],
  ["PT1M30S", "90 seconds", "90 seconds", "90 s"],
  ["PT10M", "10 minutes", "10 minutes", "10 min"],
  ["PT0.5S", "0.5 seconds", "0.5 seconds", "0.5 s"],
])("%s reads %s, per %s, /%s", (duration, text, per, badge) => {
  expect([durationText(duration), perText(duration), perBadge(duration)]).toEqual([text, per, badge]);
});
