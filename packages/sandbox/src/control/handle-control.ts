import { SandboxLimitError } from "../limits.ts";
import type { OperationTable } from "../tables/tables.ts";
import { actions } from "./actions.ts";
import { admit } from "./admit.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { ControlProblem } from "./control-problem.ts";
import { controlTables } from "./control-tables.ts";
import type { ControlWorld } from "./control-world.ts";
import { readControlCall } from "./read-control-call.ts";

/** Browsers neither keep an answer, nor show it in another origin's page, nor take it for something else. */
const alwaysSent = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
} as const;

/**
 * The answer of the control plane, which its own OpenAPI document describes. It does not reject, whatever is sent.
 * @param path - Path of the request after `/__sandbox__`, percent-encoded.
 */
export async function handleControl(request: Request, path: string, world: ControlWorld): Promise<Response> {
  let answer: ControlAnswer;
  try {
    answer = await answerControl(request, path, world);
  } catch (thrown) {
    answer = toProblem(thrown, request, path).answer;
  }
  const { status, json, headers } = answer;
  const sent = { ...alwaysSent, ...(json === undefined ? {} : { "content-type": "application/json" }), ...headers };
  const text = json === undefined || request.method === "HEAD" ? null : JSON.stringify(json);
  return new Response(text, { status, headers: sent });
}

async function answerControl(request: Request, path: string, world: ControlWorld): Promise<ControlAnswer> {
  admit(request, path, world);
  const found = find(request.method, path);
  if ("allow" in found) {
    const headers = { allow: found.allow.join(", ") };
    if (request.method === "OPTIONS") return { status: 204, headers };
    const detail = `${request.method} is not declared for ${short(path)}; it takes ${headers.allow}.`;
    throw new ControlProblem("wrong-method", detail, { headers });
  }
  const action = actions[found.operation.id];
  if (action === undefined) throw new RangeError(`Nothing does ${found.operation.id}`);
  return action(await readControlCall(request, found.operation, found.path, world));
}

function find(
  method: string,
  path: string,
):
  | { readonly operation: OperationTable; readonly path: Readonly<Record<string, string>> }
  | { readonly allow: readonly string[] } {
  let match: ReturnType<ReturnType<typeof controlTables>["routes"]["find"]>;
  try {
    match = controlTables().routes.find(method, path);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    throw new ControlProblem("unreadable", `The path ${short(path)} holds a broken percent-encoding.`);
  }
  if (match !== undefined) return match;
  const detail = `The control plane has no path ${short(path)}. GET /__sandbox__/openapi.json has them all.`;
  throw new ControlProblem("unknown-path", detail);
}

function toProblem(thrown: unknown, { method }: Request, path: string): ControlProblem {
  if (thrown instanceof ControlProblem) return thrown;
  if (thrown instanceof SandboxLimitError) return new ControlProblem("limit", thrown.message);
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  const detail = `The sandbox itself failed at ${method} ${short(path)}; the request is not at fault. Its own words: ${words}`;
  return new ControlProblem("failed", detail);
}

function short(path: string): string {
  return `/__sandbox__${path.slice(0, 200)}`;
}
