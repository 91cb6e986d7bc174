import { isRecord } from "../../is-record.ts";
import { jobKey } from "../../vocabulary/job.ts";
import type { DocumentModel } from "../document-model.ts";
import type { Check, Report } from "../rule.ts";
import { resolvePointer } from "../schema-pointer.ts";
import type { Spot } from "../spot.ts";

/** Each state of a job can be reached and left, a job can succeed, and the server's schema knows its states. */
export const behaviorJobGraph: Check = (document, report) => {
  for (const [name, job] of document.definitions(jobKey)) {
    const states = new Map(job.get("states")?.members() ?? []);
    const first = [...states.keys()][0];
    if (first === undefined) continue;
    for (const next of [...states.values()].flatMap((state) => state.get("next")?.items() ?? [])) {
      if (!states.has(String(next.value))) report(`${name} has no state ${String(next.value)}.`, next.at);
    }
    const reached = reachable(first, states);
    for (const [state, spot] of states) {
      if (!reached.has(state)) report(`${name}: no way leads from ${first} to ${state}.`, spot.at.key());
      if (![...reachable(state, states)].some((end) => isEnd(states.get(end)))) {
        report(`${name}: no way leads from ${state} to an end.`, spot.at.key());
      }
    }
    if (![...states.values()].some((state) => state.get("end")?.value === "success")) {
      report(`${name} can never succeed: no state has \`end: success\`.`, job.get("states")?.at.key() ?? job.at);
    }
    checkEnum(document, name, job, states, report);
  }
};

function isEnd(state: Spot | undefined): boolean {
  return isRecord(state?.value) && state.value.end !== undefined;
}

function reachable(from: string, states: ReadonlyMap<string, Spot>, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(from) || !states.has(from)) return seen;
  seen.add(from);
  for (const next of states.get(from)?.get("next")?.items() ?? []) reachable(String(next.value), states, seen);
  return seen;
}

function checkEnum(
  document: DocumentModel,
  name: string,
  job: Spot,
  states: ReadonlyMap<string, Spot>,
  report: Report,
): void {
  const pointer = job.find("status", "state")?.text();
  const status = document.operation(job.find("status", "operationId")?.value);
  if (pointer === undefined || status === undefined) return;
  for (const schema of status.successSchemas()) {
    const target = resolvePointer(schema, pointer);
    if (!target.exists || target.types.has("boolean")) continue;
    for (const [state, spot] of states) {
      if (target.values.includes(state)) continue;
      report(`${name}: ${state} is not in the enum at ${pointer} of ${status.id}.`, spot.at.key());
    }
  }
}
