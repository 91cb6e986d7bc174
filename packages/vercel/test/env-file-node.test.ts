import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect, parseEnv } from "node:util";
import { isNotFoundError } from "@fairlead/vercel";
import { isEnvFileError } from "@fairlead/vercel/helpers";
import { pullEnvFile, pushEnvFile } from "@fairlead/vercel/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import { useSandbox } from "./on-sandbox.ts";

const world = useSandbox("over HTTP");
const idOrName = "harbour-site";
const production = { idOrName, target: "production" } as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairlead-env-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A path in a folder of its own. */
async function freshPath(): Promise<string> {
  return join(await mkdtemp(join(folder, "case-")), ".env.local");
}

const kindOf = async (call: Promise<unknown>) => {
  const error = await failure(call);
  return isEnvFileError(error) ? error.kind : error;
};

describe("pullEnvFile", () => {
  it("writes a file that Node reads, for its owner alone, with what nobody can read as comments", async () => {
    const { acme } = world();
    const path = await freshPath();
    const value = '{\n  "pier": "it\'s 7"\n}';
    const target = ["production" as const];
    await acme.env.create({ idOrName, body: { key: "CONFIG", value, type: "encrypted", target } });
    await acme.env.create({ idOrName, body: { key: "RETURNS", value: "a\r\nb", type: "encrypted", target } });
    expect(await pullEnvFile(acme, production, path)).toEqual({
      path,
      written: ["CONFIG", "HARBOUR_CITY"],
      unreadable: ["TIDE_PASSWORD"],
      unwritable: ["RETURNS"],
      hiddenCount: 0,
    });
    const text = await readFile(path, "utf8");
    expect({ ...parseEnv(text) }).toEqual({ CONFIG: value, HARBOUR_CITY: "Hamburg" });
    expect(text).toContain("# TIDE_PASSWORD has no value");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(path, ".."))).toEqual([".env.local"]);
  });

  it("keeps a file that is there, and replaces it where that is wished, with the same bytes each time", async () => {
    const { acme } = world();
    const path = await freshPath();
    await writeFile(path, "MINE=1\n");
    await chmod(path, 0o644);
    expect(await kindOf(pullEnvFile(acme, production, path))).toBe("exists");
    expect(await readFile(path, "utf8")).toBe("MINE=1\n");
    await pullEnvFile(acme, production, pathToFileURL(path), { overwrite: true });
    const first = await readFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await pullEnvFile(acme, production, path, { overwrite: true });
    expect(await readFile(path)).toEqual(first);
    expect(await readdir(join(path, ".."))).toEqual([".env.local"]);
  });

  it("replaces what a link leads to, and keeps the link", async () => {
    const { acme } = world();
    const path = await freshPath();
    const linked = join(path, "..", "shared.env");
    await writeFile(linked, "");
    await symlink(linked, path);
    expect((await pullEnvFile(acme, production, path, { overwrite: true })).path).toBe(await realpath(linked));
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readFile(linked, "utf8")).toContain("HARBOUR_CITY");
  });

  it("asks for no secrets where the file is there", async () => {
    const path = await freshPath();
    await writeFile(path, "");
    const { client } = world();
    let requests = 0;
    const vc = client({
      fetch: () => {
        requests += 1;
        return Promise.reject(new Error("It was asked."));
      },
    });
    expect(await kindOf(pullEnvFile(vc, production, path))).toBe("exists");
    expect(requests).toBe(0);
  });

  it("of two at once, lets one write and refuses the other", async () => {
    const { acme } = world();
    const path = await freshPath();
    const outcomes = await Promise.allSettled([
      pullEnvFile(acme, production, path),
      pullEnvFile(acme, production, path),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect({ ...parseEnv(await readFile(path, "utf8")) }).toEqual({ HARBOUR_CITY: "Hamburg" });
    expect(await readdir(join(path, ".."))).toEqual([".env.local"]);
  });

  it("leaves nothing behind where a request or the disk fails", async () => {
    const { acme } = world();
    const path = await freshPath();
    const lost = await failure(pullEnvFile(acme, { ...production, idOrName: "no-such" }, path));
    expect(isNotFoundError(lost)).toBe(true);
    expect(await kindOf(pullEnvFile(acme, production, join(path, "..", "none", ".env")))).toBe("unwritable");
    await mkdir(path);
    await writeFile(join(path, "kept"), "");
    expect(await kindOf(pullEnvFile(acme, production, path, { overwrite: true }))).toBe("unwritable");
    expect(await readdir(join(path, ".."))).toEqual([".env.local"]);
    expect(await readdir(path)).toEqual(["kept"]);
  });
});

describe("pushEnvFile", () => {
  it("sends back what was pulled as unchanged, and a change as one", async () => {
    const { acme } = world();
    const path = await freshPath();
    await pullEnvFile(acme, production, path);
    const same = await pushEnvFile(acme, production, path, { prune: false });
    expect(same).toMatchObject({ created: [], updated: [], unchanged: ["HARBOUR_CITY"], failed: [] });
    await writeFile(path, `${await readFile(path, "utf8")}7UP=1\nPIER='7'\n`);
    expect(await pushEnvFile(acme, production, pathToFileURL(path), { dryRun: true })).toMatchObject({
      created: ["7UP", "PIER"],
    });
    const changed = await pushEnvFile(acme, production, path);
    // The comment of the sensitive one has a line too.
    expect(changed).toMatchObject({ created: ["PIER"], failed: [{ key: "7UP", code: "INVALID_KEY", line: 3 }] });
  });

  it("refuses a file that is not there, and one that is no text", async () => {
    const { acme } = world();
    const path = await freshPath();
    expect(await kindOf(pushEnvFile(acme, production, path))).toBe("unreadable");
    await writeFile(path, new Uint8Array([0x41, 0x3d, 0xff]));
    expect(await kindOf(pushEnvFile(acme, production, path))).toBe("unreadable");
  });

  it("shows no value of a file in an error", async () => {
    const { acme } = world();
    const path = await freshPath();
    await writeFile(path, "A='hidden-value\n");
    const error = await failure(pushEnvFile(acme, production, path));
    expect(isEnvFileError(error) && error.line).toBe(1);
    expect(`${inspect(error, { depth: 9 })} ${JSON.stringify(error)}`).not.toContain("hidden-value");
  });
});
