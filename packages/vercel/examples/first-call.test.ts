import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startSandbox } from "@fairlead/sandbox";
import { createVercel } from "@fairlead/vercel";
import vercel from "@fairlead/vercel/sandbox";
import { afterAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const file = fileURLToPath(new URL("first-call.ts", import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), "fairlead-vercel-"));
afterAll(() => rm(cwd, { recursive: true }));

/** The environment of this process without what a developer's own shell may say of Vercel. */
const { VERCEL_TOKEN: _token, VERCEL_TEAM_SLUG: _slug, VERCEL_API_URL: _url, ...env } = process.env;

describe("the first call of the README", () => {
  it("is the program that is run here", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const [, region] = /\/\/ #region docs\n([\s\S]*?)\/\/ #endregion/.exec(readFileSync(file, "utf8")) ?? [];
    expect(/```ts\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(region);
  });

  it("writes all projects of a team to a file, and prints what the README says", async () => {
    await using sandbox = await startSandbox({ apis: { vercel } });
    const { url } = sandbox.api.vercel;
    const mine = { ...env, VERCEL_TOKEN: "any-token", VERCEL_TEAM_SLUG: "acme", VERCEL_API_URL: url };
    const { stdout } = await run(process.execPath, [file], { cwd, env: mine });
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    expect(/```\n(projects\.json has [\s\S]*?)```/.exec(readme)?.[1]).toBe(stdout);
    const written = JSON.parse(readFileSync(join(cwd, "projects.json"), "utf8")) as { name: string }[];
    expect(written).toEqual(await createVercel({ auth: "any-token", slug: "acme", baseUrl: url }).projects.list.all());
    expect(written.map(({ name }) => name).sort()).toEqual(["harbour-site", "tide-table"]);
  });

  it("finds projects beyond the first page", async () => {
    await using sandbox = await startSandbox({ apis: { vercel } });
    const { url } = sandbox.api.vercel;
    const vc = createVercel({ auth: "any-token", slug: "acme", baseUrl: url });
    const names = Array.from({ length: 101 }, (_, index) => `buoy-${index}`);
    for (const name of names) await vc.projects.create({ body: { name } });
    const mine = { ...env, VERCEL_TOKEN: "any-token", VERCEL_TEAM_SLUG: "acme", VERCEL_API_URL: url };
    await run(process.execPath, [file], { cwd, env: mine });
    const written = JSON.parse(readFileSync(join(cwd, "projects.json"), "utf8")) as { name: string }[];
    expect(written.map(({ name }) => name).sort()).toEqual([...names, "harbour-site", "tide-table"].sort());
  });

  it("says what is missing when there is no token", async () => {
    await expect(run(process.execPath, [file], { cwd, env })).rejects.toThrow(
      /AuthError: auth must be text .* is undefined/,
    );
  });

  it("says that the team is empty where its variable is", async () => {
    const empty = { ...env, VERCEL_TOKEN: "any-token", VERCEL_TEAM_SLUG: "" };
    await expect(run(process.execPath, [file], { cwd, env: empty })).rejects.toThrow(/RequestError: slug must be text/);
  });
});
