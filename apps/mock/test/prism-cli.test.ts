import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { listApis } from "../src/apis.ts";
import { sampleRequest } from "../src/sample-request.ts";

const cli = join(dirname(createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json")), "dist/index.js");
const [api] = listApis(fileURLToPath(new URL("../../../spec", import.meta.url)), {});

/** Starts Prism's own program on a bundle, on a free port. Gives its origin once it says so. */
function startCli(file: string): Promise<string> {
  const child = spawn(process.execPath, [cli, "mock", "--port", "0", file], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      const [origin] = /http:\/\/127\.0\.0\.1:\d+$/m.exec(output.slice(output.indexOf("is listening"))) ?? [];
      if (output.includes("is listening") && origin !== undefined) resolve(origin);
    });
    child.on("exit", (code) => reject(new Error(`prism ended with ${code}: ${output}`)));
  });
}

test("the pinned program of Prism serves a bundle, and answers malformed JSON", { timeout: 30_000 }, async () => {
  if (api === undefined) throw new Error("no document in spec/");
  const origin = await startCli(api.file);
  const sample = sampleRequest(api.document);
  const response = await fetch(`${origin}${sample?.target}`, { headers: { ...sample?.headers } });
  expect(response.status).toBe(200);
  const malformed = await fetch(`${origin}${sample?.target}`, {
    method: "POST",
    headers: { ...sample?.headers, "content-type": "application/json" },
    body: "{bad",
    signal: AbortSignal.timeout(5000), // Prism 5.15 and 5.16 never answer
  });
  expect(malformed.status).toBe(400);
  expect(await malformed.json()).toMatchObject({ error: { code: "invalid_json" } });
});
