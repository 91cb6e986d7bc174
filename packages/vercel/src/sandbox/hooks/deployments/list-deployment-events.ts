import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { type BuildEvent, buildLog } from "../../deployments/build-log.ts";
import { findDeployment } from "../../deployments/find-deployment.ts";
import { noteProgress } from "../../deployments/note-progress.ts";

/**
 * Lists what has happened to a deployment by now. With `follow` the events come a line each, and the stream ends with
 * the last of them: what happens on the clock of a session happens between requests.
 */
export const listDeploymentEvents: Hook<operations["listDeploymentEvents"]> = (call) => {
  const { deployment } = findDeployment(call, call.path.idOrUrl);
  const { follow, direction, limit = -1, delimiter, ...wish } = call.query ?? {};
  const noted = noteProgress(call.store, call.clock, deployment);
  const events = buildLog(noted, call.clock.now(), delimiter === 1).filter((event) => isWanted(event, wish));
  const ordered = direction === "backward" ? events.toReversed() : events;
  const found = limit < 0 ? ordered : ordered.slice(0, limit);
  if (follow !== 1) return call.reply(found);
  const text = found.map((event) => `${JSON.stringify(event)}\n`).join("");
  return { status: 200, text, headers: { "content-type": "application/stream+json" } };
};

interface Wish {
  readonly name?: string;
  readonly since?: number;
  readonly until?: number;
  readonly statusCode?: number | string;
}

/** Nobody sends requests to a deployment of the sandbox, so that none was answered with any status. */
function isWanted({ date, info }: BuildEvent, { name, since, until, statusCode }: Wish): boolean {
  if (statusCode !== undefined) return false;
  return date >= (since ?? 0) && date <= (until ?? Infinity) && (!name || info?.name === name);
}
