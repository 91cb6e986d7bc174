import { expect, it } from "vitest";
import { defaultLimits, SandboxLimitError } from "./limits.ts";

it("names the limit, its value, the memory in use and how to raise it", () => {
  const error = new SandboxLimitError("sessions", 3, "sessions besides the default one");
  expect(error.limit).toBe("sessions");
  expect(error.message).toMatch(
    /^The sandbox holds at most 3 sessions besides the default one, and uses \d+ MiB of memory now\. .* limits\.sessions\.$/,
  );
});

it("has a limit above 0 for everything", () => {
  for (const limit of Object.values(defaultLimits)) expect(limit).toBeGreaterThan(0);
});
