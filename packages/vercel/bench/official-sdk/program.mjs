// Program: calls each operation once by the official SDK and prints what came of it as JSON. It runs in the folder in
// which the SDK is installed: node program.mjs <input.json> with { url, world }.
import { readFileSync } from "node:fs";
import { Vercel } from "@vercel/sdk";
import { callsOf } from "./calls.mjs";

const { url, world } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const sdk = new Vercel({ bearerToken: "bench-token-1", serverURL: url, timeoutMs: 10_000 });
const untilReady = async (get) => {
  for (let tries = 0; ; tries++) {
    const deployment = await get();
    if (deployment.readyState === "READY" || tries === 400) return deployment;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
/** Has a deployment of the sandbox write a line, when who follows it is there; other servers have no such thing. */
const writeLog = async (deploymentId) => {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const body = JSON.stringify({ entities: [{ deploymentId, message: "The tide is out", level: "info" }] });
  const headers = { "content-type": "application/json" };
  const path = "/__sandbox__/sessions/default/entities/vercel/RuntimeLog";
  await fetch(new URL(path, url), { method: "POST", headers, body });
};

const made = {};
const results = [];
for (const [operationId, call] of callsOf(sdk, { ...world, untilReady, writeLog })) {
  try {
    made[operationId] = await call(made);
    results.push({ operationId, ok: true });
  } catch (error) {
    // What the server made is there, though the SDK does not like how it was told.
    made[operationId] = error.rawValue;
    const missing = error instanceof TypeError && /undefined/.test(error.message);
    const why = missing ? "what an earlier call should have made is missing" : `${error.name}: ${error.message}`;
    const detail = error.cause?.issues === undefined ? error.body : JSON.stringify(error.cause.issues);
    results.push({ operationId, ok: false, why: `${why} ${detail ?? ""}`.trim().slice(0, 600) });
  }
}
console.log(JSON.stringify(results));
process.exit(0);
