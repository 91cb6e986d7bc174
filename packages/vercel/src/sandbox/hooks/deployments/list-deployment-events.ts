import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { type BuildEvent, buildLog } from "../../deployments/build-log.ts";
import { isOnItsWay, type StoredDeployment } from "../../deployments/deployment.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { noteProgress } from "../../deployments/note-progress.ts";

type Operation = operations["listDeploymentEvents"];
type Query = NonNullable<Operation["parameters"]["query"]>;

/**
 * Lists what has happened to a deployment by now. With `follow` the events come a line each, those to come as well, and
 * the stream ends with the last of them.
 */
export const listDeploymentEvents: Hook<Operation> = (call) => {
  const { deployment } = findDeployment(call, call.path.idOrUrl);
  const { limit = -1, follow } = call.query ?? {};
  if (follow === 1) return { status: 200, stream: upTo(limit, follows(call, deployment.id, call.query ?? {})) };
  const found = ordered(happened(call, deployment, call.query ?? {}), call.query ?? {});
  return call.reply(limit < 0 ? found : found.slice(0, limit));
};

/** What has happened by now, in the order that is asked for, and then each event when it happens. */
async function* follows(
  call: Pick<Call, "store" | "clock" | "changed">,
  id: string,
  query: Query,
): AsyncGenerator<BuildEvent, void, undefined> {
  const { store, clock } = call;
  const told = new Set<string>();
  for (;;) {
    const stored = store.get("Deployment", id) as StoredDeployment | undefined;
    if (stored === undefined) return; // it was deleted
    for (const event of ordered(happened(call, stored, query), told.size === 0 ? query : {})) {
      const name = event.id ?? event.type;
      if (told.has(name)) continue;
      told.add(name);
      yield event;
    }
    const deployment = store.get("Deployment", id) as StoredDeployment | undefined;
    if (deployment === undefined || clock.now() > (query.until ?? Infinity)) return;
    const next = buildLog(deployment, Infinity, true).find(({ date }) => date > clock.now());
    if (!isOnItsWay(deployment) && next === undefined) {
      if (deployment === stored) return;
      continue; // it ended while the last line was on its way
    }
    await call.changed(Math.min(next?.date ?? Infinity, (query.until ?? Infinity) + 1));
  }
}

/** The events by now that the question is about, oldest first. */
function happened(
  { store, clock }: Pick<Call, "store" | "clock">,
  deployment: StoredDeployment,
  { name, since, until, statusCode, delimiter }: Query,
): readonly BuildEvent[] {
  if (statusCode !== undefined) return []; // nobody sends requests to a deployment of the sandbox
  const log = buildLog(noteProgress(store, clock, deployment), clock.now(), delimiter === 1);
  return log.filter(
    ({ date, info }) => date >= (since ?? 0) && date <= (until ?? Infinity) && (!name || info?.name === name),
  );
}

function ordered(events: readonly BuildEvent[], { direction }: Pick<Query, "direction">): readonly BuildEvent[] {
  return direction === "backward" ? events.toReversed() : events;
}

async function* upTo<Value>(limit: number, values: AsyncIterable<Value>): AsyncGenerator<Value, void, undefined> {
  if (limit === 0) return;
  let count = 0;
  for await (const value of values) {
    yield value;
    count += 1;
    if (count === limit) return;
  }
}
