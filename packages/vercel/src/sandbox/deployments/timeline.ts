import type { SandboxApi } from "@fairlead/sandbox";
import tables from "../../generated/sandbox.json" with { type: "json" };
import { onItsWay, type StoredDeployment, stateOf } from "./deployment.ts";

const { jobs } = tables as unknown as SandboxApi["tables"];

/** When the parts of a deployment begin and end, in milliseconds since 1970-01-01 UTC. */
export interface Timeline {
  /** When the machine is up. */
  readonly bootedAt: number;
  readonly buildingAt: number;
  /** When the build ends. */
  readonly endsAt: number;
}

/**
 * What a deployment takes when nobody asks for it, by the job of the document. One that is read often goes faster, so
 * that building may have begun before; nothing takes longer.
 */
export function expectedTimeline({ createdAt }: Pick<StoredDeployment, "createdAt">): Timeline {
  const [bootedAt = createdAt, buildingAt = createdAt, endsAt = createdAt] = onItsWay.map((_, index) =>
    onItsWay.slice(0, index + 1).reduce((at, state) => at + msIn(state), createdAt),
  );
  return { bootedAt, buildingAt, endsAt };
}

/** How long a build takes when nobody asks for it, in milliseconds. */
export const buildMs: number = msIn("BUILDING");

/** The same as far as it is known by now: nothing lies after what has happened already. */
export function timelineOf(deployment: StoredDeployment): Timeline & { readonly endedAt: number | undefined } {
  const expected = expectedTimeline(deployment);
  const endedAt = deployment.canceledAt ?? deployment.endedAt;
  const endsAt = endedAt ?? expected.endsAt;
  const buildingAt = Math.min(deployment.buildingAt ?? expected.buildingAt, endsAt);
  return { endsAt, endedAt, buildingAt, bootedAt: Math.min(expected.bootedAt, buildingAt) };
}

/** Whether a deployment has come to a state, or gone past it. */
export function hasReached(deployment: StoredDeployment, state: "INITIALIZING" | "BUILDING"): boolean {
  const now = onItsWay.indexOf(stateOf(deployment));
  if (now !== -1) return now >= onItsWay.indexOf(state);
  if (stateOf(deployment) === "BLOCKED") return false;
  const { bootedAt, buildingAt, endsAt } = timelineOf(deployment);
  return (state === "BUILDING" ? buildingAt : bootedAt) < endsAt || stateOf(deployment) === "READY";
}

function msIn(state: string): number {
  const table = jobs.deploymentJob?.states[state];
  return table !== undefined && "after" in table ? (table.after.ms ?? 0) : 0;
}
