import type { CallOptions } from "@fairlead/runtime";
import { type FollowOptions, followLines } from "@fairlead/runtime/streams";
import { type Client, coreOfClient } from "../deploy/client-core.ts";
import {
  getDeployment,
  type ListDeploymentEventsInput,
  type ListDeploymentEventsLine,
  listDeploymentEvents,
} from "../generated/operations.ts";

/** Which events to follow: what `listDeploymentEvents` takes but for what following is itself. */
export type FollowEventsInput = Omit<ListDeploymentEventsInput, "follow" | "direction" | "limit" | "until">;

/**
 * Silence after which a connection counts as lost, in milliseconds. Builds wait in queues for longer, but a request each
 * two minutes costs little, and else a connection that a proxy has dropped would be waited for in vain.
 */
const QUIET_MS = 120_000;
/** How much of what is known is asked for again, in milliseconds: parts of a build may write out of order. */
const OVERLAP_MS = 5000;

/** States that a deployment stays in. */
const ENDS: readonly unknown[] = ["READY", "ERROR", "CANCELED", "BLOCKED"];

/**
 * Follows what happens to a deployment: all events so far, or from `since` on, and then each as it comes, until the
 * deployment has come to its end. Where the connection breaks off, it goes on after the last event and gives none twice.
 * Nothing is sent before the first event is asked for. An `alias-assigned` that comes after the end is not waited for.
 * An iteration throws what `followLines` of the runtime does:
 * - NotFoundError: there is no such deployment, or it was deleted meanwhile
 * - ApiError: the server refuses
 * - AbortedError: the signal aborted
 * - TransportError: the server could not be reached, 8 times in a row
 * @param client - A client, or a core client.
 * @param options - `quietMs` is 120,000 unless it is set.
 */
export function followEvents(
  client: Client,
  input: FollowEventsInput,
  options?: FollowOptions,
): AsyncGenerator<ListDeploymentEventsLine, void, undefined> {
  const core = coreOfClient(client);
  const { idOrUrl, teamId, slug } = input;
  const which = { idOrUrl, ...(teamId !== undefined && { teamId }), ...(slug !== undefined && { slug }) };
  const from = (last: ListDeploymentEventsLine | undefined) =>
    last === undefined ? input : { ...input, since: Math.max(input.since ?? 0, timeOf(last) - OVERLAP_MS) };
  return followLines<ListDeploymentEventsLine>(
    core,
    {
      open: (last, call) => listDeploymentEvents.stream(core, { ...from(last), follow: 1 }, call),
      keyOf,
      mayEnd: (event) => ENDS.includes(infoOf(event)?.readyState),
      restOf: async (last, call) => {
        const { readyState } = await getDeployment(core, which, call);
        return ENDS.includes(readyState) ? eventsOf(from(last), call) : undefined;
      },
    },
    { quietMs: QUIET_MS, ...options },
  );

  /** All events by now: the deployment has ended, and so has what could come as a stream. */
  async function eventsOf(
    asked: Omit<ListDeploymentEventsInput, "follow">,
    call: CallOptions,
  ): Promise<readonly ListDeploymentEventsLine[]> {
    const events = await listDeploymentEvents(core, { ...asked, limit: -1 }, call);
    return events.filter((event) => event !== null);
  }
}

function infoOf(event: ListDeploymentEventsLine): { readonly readyState?: string | undefined } | undefined {
  if ("payload" in event) return event.payload.info;
  return "info" in event ? event.info : undefined;
}

function timeOf(event: ListDeploymentEventsLine): number {
  return "payload" in event ? event.payload.date : event.date;
}

/** Events have ids in both forms, but for the one that tells hosts. */
function keyOf(event: ListDeploymentEventsLine): string {
  if ("payload" in event) return event.payload.id;
  return "id" in event ? event.id : `${event.type} ${event.date}`;
}
