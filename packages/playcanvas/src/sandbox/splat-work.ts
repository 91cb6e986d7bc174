import type { PublishedSplat, Splat, Work } from "./entities.ts";

/** How long the server works on the file of a splat. What the real one takes is documented nowhere. */
const workMs = 10_000;

/** The work on a file that begins now. */
export function beginWork(nowMs: number, format: string, size: number): Work {
  return { endsAt: nowMs + workMs, format, size };
}

/** A splat as it stands at a time: completed once the work on it has ended. */
export function splatAt(splat: Splat, nowMs: number): Splat {
  const { work } = splat;
  if (work === undefined || work.endsAt > nowMs) return splat;
  const at = new Date(work.endsAt).toISOString();
  return { ...splat, status: "completed", format: work.format, size: work.size, updatedAt: at, completedAt: at };
}

/** The same for a splat of the older page. */
export function publishedSplatAt(splat: PublishedSplat, nowMs: number): PublishedSplat {
  const { work } = splat;
  if (work === undefined || work.endsAt > nowMs) return splat;
  const at = new Date(work.endsAt).toISOString();
  const task = { status: "complete", message: "" };
  return { ...splat, format: work.format, size: work.size, task, modifiedAt: at, completedAt: at };
}
