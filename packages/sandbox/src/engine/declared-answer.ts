import type { SandboxApi } from "../api.ts";
import { startJob } from "../behaviors/jobs.ts";
import { performResource } from "../behaviors/resources.ts";
import type { ApiState } from "../session/session.ts";
import { accountAnswer } from "./account-answer.ts";
import type { Answer } from "./answer.ts";
import { firstExample } from "./error-answer.ts";
import type { LiveCall } from "./live-call.ts";
import { Refusal } from "./refusal.ts";
import { successStatus } from "./success-status.ts";

/**
 * What the declarations alone answer: a job is started, a resource acted on, the account's quotas told, or the example
 * of a static operation given.
 * @throws {Refusal} The declarations refuse the call; 501 when nothing is declared that could answer it.
 */
export async function declaredAnswer(call: LiveCall, api: SandboxApi, state: ApiState): Promise<Answer> {
  const { tables, hooks } = api;
  const { operation } = call;
  if (operation.job !== undefined) return startJob(call, operation.job, state.jobs, api);
  if (operation.resource !== undefined) return performResource(call, operation.resource, tables);
  const account = accountAnswer(operation, tables, call.actor);
  if (account !== undefined) return account;
  if (Object.hasOwn(tables.static, operation.id)) return staticAnswer(call, tables);
  const hooked = Object.hasOwn(hooks.operations ?? {}, operation.id);
  const what = hooked ? "its hook asked for a declared answer" : "it has no hook";
  throw new Refusal(501, `Nothing declares what ${operation.id} does, and ${what}`);
}

function staticAnswer({ operation }: LiveCall, tables: SandboxApi["tables"]): Answer {
  const status = successStatus(operation, tables);
  const json = firstExample(tables.responses[operation.responses[String(status)] ?? ""]);
  return json === undefined ? { status } : { status, json };
}
