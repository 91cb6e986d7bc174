import { durationMs, type ResolvedBehaviors } from "@fairlead/behaviors";
import type { JobWatch } from "./document/job-watch.ts";
import type { Operation } from "./document/operations.ts";
import { type Literal, Name } from "./literal.ts";

/** The behaviours of one operation as members of its row; what does not apply is `undefined`. Durations are milliseconds. */
export interface BehaviorRow {
  readonly rateLimit: Literal | undefined;
  readonly pagination: Literal | undefined;
  readonly job: Literal | undefined;
  readonly idempotent: Literal | undefined;
  readonly redirects: Literal | undefined;
  readonly sensitive: Literal | undefined;
}

/** What the client has to know of an operation's behaviours. */
export function behaviorRow({ id, behaviors, method, watch }: Operation): BehaviorRow {
  const { rateLimit, pagination, idempotent, redirectHosts, sensitive } = behaviors;
  return {
    rateLimit: rateLimit && rateRow(rateLimit, id),
    pagination: pagination && pageRow(pagination),
    job: watch && jobRow(watch),
    idempotent: idempotencyOf(idempotent, method),
    redirects: redirectHosts === "any" ? new Name("anyHost") : undefined,
    sensitive: sensitive && sensitiveRow(sensitive),
  };
}

function rateRow(rateLimit: NonNullable<ResolvedBehaviors["rateLimit"]>, operationId: string): Literal {
  const { quota, window, headers, onExceed, partition } = rateLimit;
  // A client paces by name, and where each operation has a quota of its own it has a name of its own too.
  const name = partition.includes("operation") ? `${rateLimit.name}:${operationId}` : rateLimit.name;
  const reader = headers === "x-ratelimit" ? new Name("xRateLimit") : undefined;
  const exceedStatus = onExceed.status === 429 ? undefined : onExceed.status;
  return { name, quota, windowMs: durationMs(window), headers: reader, exceedStatus };
}

/** The runtime's walker of each style. */
const WALKS = { offset: "byOffset", page: "byPage", "last-id": "byLastId", until: "byCursor" };

function pageRow({ style, ...rule }: NonNullable<ResolvedBehaviors["pagination"]>): Literal {
  const row = { walk: new Name(WALKS[style]), ...rule, size: rule.size && { ...rule.size } };
  if (!("at" in row)) return row;
  // How a server cuts by time is no business of a client, which takes the next time as it comes.
  const { at: _at, prev: _prev, count: _count, back: _back, ...walked } = row;
  return { ...walked, inclusive: true };
}

/** What is secret in a body stays out: a client never shows a body, so it has nothing to hide there. */
function sensitiveRow(names: NonNullable<ResolvedBehaviors["sensitive"]>): Literal | undefined {
  const shown = Object.entries(names).filter(([place]) => place !== "request" && place !== "response");
  return shown.length === 0 ? undefined : Object.fromEntries(shown);
}

/** `next` and `after` of a state stay out: they pace a stand-in for the server, a client only waits for the end. */
function jobRow({ name, definition: { start, status, states, poll } }: JobWatch): Literal {
  const ends = Object.entries(states).map(([state, definition]): [string, Literal] => {
    if (!("end" in definition)) return [state, {}];
    return [state, { end: definition.end, result: listOf(definition.result), message: listOf(definition.message) }];
  });
  return {
    name,
    start: { ...start },
    status: { ...status },
    states: Object.fromEntries(ends),
    poll: {
      everyMs: durationMs(poll.every),
      factor: poll.factor,
      maxMs: durationMs(poll.max),
      timeoutMs: durationMs(poll.timeout),
    },
  };
}

/** Left out where HTTP's own rule holds: POST and PATCH are not idempotent, the other methods are. */
function idempotencyOf(value: ResolvedBehaviors["idempotent"], method: string): Literal | undefined {
  if (typeof value === "object") return value.header;
  const rule = method !== "POST" && method !== "PATCH";
  return value === rule ? undefined : value;
}

function listOf(pointer: string | undefined): Literal | undefined {
  return pointer === undefined ? undefined : [pointer];
}
