import { type StoredDeployment, stateOf } from "./deployment.ts";
import { buildMs, hasReached, timelineOf } from "./timeline.ts";

/** Something that happened while a deployment was built, as the flat form of an event has it. */
export interface BuildEvent {
  readonly type: string;
  readonly created?: number;
  readonly date: number;
  readonly deploymentId: string;
  readonly id?: string;
  readonly serial?: string;
  readonly text?: string;
  readonly level?: string;
  readonly info?: {
    readonly type: string;
    readonly name: string;
    readonly readyState?: string;
    readonly step?: string;
  };
  readonly [member: string]: unknown;
}

interface Line {
  readonly at: number;
  readonly type: "stdout" | "stderr" | "command" | "delimiter" | "deployment-state" | "alias-assigned";
  readonly text?: string;
  readonly state?: string;
}

/**
 * What has happened to a deployment by now, in order. The sandbox builds nothing: the lines are those that the files and
 * settings suggest, spread over the time that the build takes.
 * @param now - Milliseconds since 1970-01-01 UTC.
 * @param delimiters - Whether to set the parts of the build apart.
 */
export function buildLog(deployment: StoredDeployment, now: number, delimiters: boolean): readonly BuildEvent[] {
  const lines = [...linesOf(deployment), ...endOf(deployment)];
  const events = lines.map((line, index) => eventOf(deployment, line, index + 1));
  return events.filter(({ date, type }) => date <= now && (delimiters || type !== "delimiter"));
}

function linesOf(deployment: StoredDeployment): readonly Line[] {
  const state = stateOf(deployment);
  const { bootedAt, buildingAt, endsAt, endedAt } = timelineOf(deployment);
  const lines: Line[] = [];
  if (hasReached(deployment, "INITIALIZING"))
    lines.push({ at: bootedAt, type: "deployment-state", state: "INITIALIZING" });
  if (!hasReached(deployment, "BUILDING")) return lines;
  lines.push({ at: buildingAt, type: "deployment-state", state: "BUILDING" });
  const work = workOf(deployment);
  // Only a build that was finished got to its last part; one that was canceled may have got to fewer.
  const parts = state === "READY" || endedAt === undefined ? work : work.slice(0, -1);
  for (const [index, part] of parts.entries()) {
    const due = buildingAt + Math.floor((buildMs * index) / work.length);
    if (state === "CANCELED" && due > endsAt) break;
    const at = endedAt === undefined ? due : Math.min(due, endedAt);
    if (index > 0) lines.push({ at, type: "delimiter" });
    lines.push({ at, ...part });
  }
  return lines;
}

/** What a build does, one thing after the other. */
function workOf({ files, gitSource, projectSettings, regions }: StoredDeployment): readonly Omit<Line, "at">[] {
  const { installCommand, buildCommand } = projectSettings;
  const isPackage = files === undefined || files.some(({ file }) => file === "package.json");
  const work: Omit<Line, "at">[] = [
    { type: "stdout", text: `The build runs in ${(regions as readonly string[] | undefined)?.[0] ?? "iad1"}` },
    {
      type: "stdout",
      text: files
        ? `Fetching ${files.length} ${files.length === 1 ? "file" : "files"}`
        : `Cloning ${repositoryOf(gitSource)}`,
    },
  ];
  if (installCommand || isPackage) work.push({ type: "command", text: installCommand || "npm install" });
  if (buildCommand || isPackage) work.push({ type: "command", text: buildCommand || "npm run build" });
  return [...work, { type: "stdout", text: "Keeping what was built" }];
}

function endOf(deployment: StoredDeployment): readonly Line[] {
  const { endedAt, endsAt } = timelineOf(deployment);
  if (endedAt === undefined) return [];
  const state = stateOf(deployment);
  const end: Line = { at: endsAt, type: "deployment-state", state };
  if (state === "ERROR")
    return [{ at: endsAt, type: "stderr", text: deployment.errorMessage ?? "The build failed" }, end];
  return state === "READY" ? [end, { at: endsAt, type: "alias-assigned" }] : [end];
}

function eventOf(deployment: StoredDeployment, { at, type, text, state }: Line, place: number): BuildEvent {
  const { id: deploymentId, alias, buildId } = deployment;
  const common = { type, date: at, deploymentId };
  if (type === "alias-assigned") return { ...common, alias, aliasError: null, aliasWarning: null };
  const serial = `${at}${String(place).padStart(6, "0")}`;
  return {
    ...common,
    created: at,
    id: serial,
    serial,
    ...(text !== undefined && { text }),
    ...(type === "stderr" && { level: "error" }),
    info: { type: "build", name: buildId, ...(state !== undefined && { readyState: state }) },
  };
}

function repositoryOf(source: StoredDeployment["gitSource"]): string {
  if (source === undefined) return "nothing";
  const { org, owner, repo, slug, repoId, repoUuid, projectId, ref, sha } = source;
  const path = [org ?? owner, repo ?? slug ?? repoId ?? repoUuid ?? projectId].filter((part) => part !== undefined);
  return [path.join("/") || "the repository", ref && `branch ${ref}`, sha && `commit ${sha.slice(0, 7)}`]
    .filter(Boolean)
    .join(", ");
}
