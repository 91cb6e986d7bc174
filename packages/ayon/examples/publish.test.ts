import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { apiKey, createAyon } from "@fairlead/ayon";
import ayon from "@fairlead/ayon/sandbox";
import { type Sandbox, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showProgress } from "./show-progress.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("publish.ts", import.meta.url));
// A PNG of one pixel.
const base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let place: string;
let picture: string;
let sandbox: Sandbox<{ ayon: typeof ayon }>;
beforeAll(async () => {
  sandbox = await startSandbox({ apis: { ayon } });
  place = await mkdtemp(join(tmpdir(), "publish-"));
  picture = join(place, "sh010.png");
  await writeFile(picture, Buffer.from(base64, "base64"));
});
afterAll(async () => {
  await sandbox.close();
  await rm(place, { recursive: true, force: true });
});

/** Runs the program against a session of its own. */
function start(env: NodeJS.ProcessEnv, url: string, folder = "shots/sh010") {
  const { AYON_API_KEY: _, AYON_USER: __, AYON_PASSWORD: ___, ...rest } = process.env;
  const all = { ...rest, ...env, AYON_SERVER_URL: url };
  return run(process.execPath, [program, "harbour_short", folder, "previewMain", picture], { env: all });
}

describe("the example that publishes a picture", () => {
  it("makes a version with a key, and the next one with a login", async () => {
    const { url, token } = sandbox.session().api.ayon;
    const first = await start({ AYON_API_KEY: token() }, url);
    expect(first.stdout).toMatch(/^\/shots\/sh010: In progress\npreviewMain v001 is published: [0-9a-f]{32}\n$/);
    const second = await start({ AYON_USER: "producer", AYON_PASSWORD: "producer" }, url);
    expect(second.stdout).toContain("previewMain v002 is published");
    const ay = createAyon({ baseUrl: url, auth: apiKey(token()) });
    const [, version_id = ""] = /: ([0-9a-f]{32})\n/.exec(second.stdout) ?? [];
    const { reviewables } = await ay.reviewables.list({ project_name: "harbour_short", version_id });
    expect(reviewables).toMatchObject([{ filename: "sh010.png", label: "previewMain", mimetype: "image/png" }]);
  });

  it("writes a line for each step into a pipe, and no other sign", async () => {
    const { url, token } = sandbox.session().api.ayon;
    const { stderr } = await start({ AYON_API_KEY: token() }, url);
    expect(stderr).toBe("looking up the product\nversion 1\nreviewable, 0.0 of 0.0 MB\n");
  });

  it("ends with an error that names what is missing, and shows no credential", async () => {
    const { url } = sandbox.session().api.ayon;
    const secret = { AYON_USER: "producer", AYON_PASSWORD: "producer" };
    await expect(start(secret, url, "shots/sh999")).rejects.toThrow("harbour_short has no folder shots/sh999");
    await expect(start({}, url)).rejects.toThrow(/AuthError: .*login needs a name and a password/);
    const wrong = start({ AYON_USER: "producer", AYON_PASSWORD: "not-the-password" }, url);
    const error: Error & { stderr?: string } = await wrong.then(
      () => new Error("it ran"),
      (reason) => reason,
    );
    expect(error.stderr).toContain("AuthError");
    expect(`${error.message} ${error.stderr}`).not.toContain("not-the-password");
  });
});

it("says how it is called when an argument is missing, before anything is sent", async () => {
  const call = run(process.execPath, [program, "harbour_short", "shots/sh010"], { env: { ...process.env } });
  await expect(call).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^Usage: .*\n$/) });
});

describe("the progress of the example", () => {
  const written = (isTTY: boolean) => {
    const chunks: (string | Uint8Array)[] = [];
    const show = showProgress({ isTTY, write: (chunk: string | Uint8Array) => chunks.push(chunk) > 0 });
    show({ step: "find", text: "looking" });
    show({ step: "thumbnail", sent: 1, total: 2, text: "half" });
    show({ step: "thumbnail", sent: 2, total: 2, text: "all" });
    return chunks.join("");
  };

  it("is one line of a terminal, that ends with the upload", () => {
    expect(written(true)).toBe("\r\u001b[Klooking\r\u001b[Khalf\r\u001b[Kall\n");
  });

  it("is a line for each step elsewhere", () => {
    expect(written(false)).toBe("looking\nhalf\n");
  });
});
