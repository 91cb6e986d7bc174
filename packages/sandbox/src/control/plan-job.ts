import type { JobChoice, JobPlan } from "../behaviors/job-book.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { wrongBody } from "./control-problem.ts";
import { apiOf } from "./find-session.ts";
import type { ControlCall } from "./read-control-call.ts";

/** `planJob`: how one job ends. @throws {ControlProblem} 422, there is no such job, or it can't end so. */
export function planJob(call: ControlCall): ControlAnswer {
  const { state, tables } = apiOf(call);
  const plan = call.body as JobChoice & JobPlan;
  const { operationId, jobId, end } = plan;
  const { id } = call.operation;
  if (operationId !== undefined && jobId !== undefined)
    throw wrongBody(
      id,
      "/jobId",
      "stands beside operationId; a plan is for the next job of an operation, or for one that is running",
    );
  const starts = [...new Set(Object.values(tables.jobs).flatMap(({ startedBy }) => startedBy))];
  if (operationId !== undefined && !starts.includes(operationId))
    throw wrongBody(id, "/operationId", `starts no job; ${starts.join(", ") || "no operation"} does`);
  try {
    state.jobs.plan(plan);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    const isEnd = Object.values(tables.jobs).some(
      ({ states }) => Object.hasOwn(states, end) && "end" in (states[end] ?? {}),
    );
    throw wrongBody(id, isEnd && jobId !== undefined ? "/jobId" : "/end", thrown.message);
  }
  return { status: 204 };
}
