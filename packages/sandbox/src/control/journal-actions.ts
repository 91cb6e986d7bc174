import type { JournalEntry, JournalFilter } from "../journal/journal.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { ControlProblem, wrongParameter } from "./control-problem.ts";
import { sessionOf } from "./find-session.ts";
import type { ControlCall } from "./read-control-call.ts";

/** `listJournalEntries`: the last entries that fit the filters, of all APIs or one. */
export function listJournalEntries(call: ControlCall): ControlAnswer {
  const { query, world, operation } = call;
  const session = sessionOf(call);
  const { api, operationId, status, since } = query as Partial<Record<string, string>>;
  const names = Object.keys(world.apis);
  if (api !== undefined && !names.includes(api))
    throw wrongParameter(operation.id, "api", `is no API of this sandbox, which has ${names.join(", ") || "none"}`);
  const sinceMs = since === undefined ? undefined : Date.parse(since);
  if (Number.isNaN(sinceMs))
    throw wrongParameter(operation.id, "since", "is a time that no clock of a session can show");
  const filter: JournalFilter = {
    ...(operationId !== undefined && { operationId }),
    ...(status !== undefined && { status: String(status) }),
    ...(sinceMs !== undefined && { since: sinceMs }),
  };
  const found = names
    .filter((name) => api === undefined || name === api)
    .map((name) => session.api(name).journal.list(filter));
  const entries = found.length === 1 ? (found[0] ?? []) : inOrder(found.flat());
  const first = Math.max(0, entries.length - Number(query.limit));
  return { status: 200, json: { entries: entries.slice(first), total: entries.length } };
}

/** `getJournalEntry`: one entry. @throws {ControlProblem} 404, there is none, or it was dropped. */
export function getJournalEntry(call: ControlCall): ControlAnswer {
  const session = sessionOf(call);
  const id = String(call.path.entryId);
  for (const name of Object.keys(call.world.apis)) {
    const entry = session.api(name).journal.find(id);
    if (entry !== undefined) return { status: 200, json: entry };
  }
  const detail = `The journal of ${session.id} has no entry ${JSON.stringify(id.slice(0, 80))}. It may be that of another session, or older than what is kept.`;
  throw new ControlProblem("unknown-entry", detail);
}

/** `clearJournal`: the journals of all APIs are empty. */
export function clearJournal(call: ControlCall): ControlAnswer {
  const session = sessionOf(call);
  for (const name of Object.keys(call.world.apis)) session.api(name).journal.clear();
  return { status: 204 };
}

/** By real time; a session's own clock may stand still. */
function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.toSorted((a, b) => a.realAt - b.realAt);
}
