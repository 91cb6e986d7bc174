import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { describe, expect, inject, it } from "vitest";

const run = promisify(execFile);
const file = fileURLToPath(new URL("first-call.ts", import.meta.url));

describe("the first call of the README", () => {
  it("prints what the README says, against either mock", async () => {
    await using sandbox = await startSandbox({ apis: { playcanvas } });
    for (const PLAYCANVAS_URL of [sandbox.api.playcanvas.url, inject("prismUrl")]) {
      const env = { ...process.env, PLAYCANVAS_TOKEN: "any-token", PLAYCANVAS_URL };
      const { stdout } = await run(process.execPath, [file], { env });
      expect(stdout).toBe("Job 5120: running, 2 scenes\nHarbour tour\n");
    }
  });

  it("says what is missing when there is no token", async () => {
    const { PLAYCANVAS_TOKEN: _, ...env } = process.env;
    await expect(run(process.execPath, [file], { env })).rejects.toThrow(
      /AuthError: auth must be text .* is undefined/,
    );
  });
});
