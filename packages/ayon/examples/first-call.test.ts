import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ayon from "@fairlead/ayon/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { describe, expect, inject, it } from "vitest";

const run = promisify(execFile);
const file = fileURLToPath(new URL("first-call.ts", import.meta.url));
const producer = { AYON_USER: "producer", AYON_PASSWORD: "producer" };

describe("the first call of the README", () => {
  it("is the program that is run here", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const [, region] = /\/\/ #region docs\n([\s\S]*?)\/\/ #endregion/.exec(readFileSync(file, "utf8")) ?? [];
    expect(/```ts\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(region);
  });

  it("prints what the README says, against either mock", async () => {
    await using sandbox = await startSandbox({ apis: { ayon } });
    for (const AYON_SERVER_URL of [sandbox.api.ayon.url, inject("prismUrl")]) {
      const env = { ...process.env, ...producer, AYON_SERVER_URL };
      const { stdout } = await run(process.execPath, [file], { env });
      expect(stdout).toBe("hbr: harbour_short\nlib: studio_library\nlighthouse_ad is made\n");
    }
  });

  it("says so where the project exists, and ends well", async () => {
    await using sandbox = await startSandbox({ apis: { ayon } });
    const env = { ...process.env, ...producer, AYON_SERVER_URL: sandbox.api.ayon.url };
    await run(process.execPath, [file], { env });
    const { stdout } = await run(process.execPath, [file], { env });
    expect(stdout).toMatch(
      /^hbr: harbour_short\nlha: lighthouse_ad\nlib: studio_library\n409: POST \/api\/projects: 409/,
    );
  });

  it("says what is missing when there is no password", async () => {
    const { AYON_PASSWORD: _, ...env } = process.env;
    await expect(run(process.execPath, [file], { env: { ...env, AYON_USER: "producer" } })).rejects.toThrow(
      /AuthError: .*login needs a name and a password/,
    );
  });
});
