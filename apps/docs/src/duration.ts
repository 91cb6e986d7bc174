import { durationMs } from "@fairlead/behaviors";

const units = [
  { word: "day", short: "day", ms: 86_400_000 },
  { word: "hour", short: "h", ms: 3_600_000 },
  { word: "minute", short: "min", ms: 60_000 },
] as const;
const second = { word: "second", short: "s", ms: 1000 } as const;

/** The duration for a sentence, such as `15 seconds`. */
export function durationText(duration: string): string {
  const { count, unit } = amount(duration);
  return `${count} ${unit.word}${count === 1 ? "" : "s"}`;
}

/** The duration after "per", such as `minute` or `30 seconds`. */
export function perText(duration: string): string {
  const { count, unit } = amount(duration);
  return count === 1 ? unit.word : durationText(duration);
}

/** The duration after a slash on a badge, such as `min` or `30 s`. */
export function perBadge(duration: string): string {
  const { count, unit } = amount(duration);
  return count === 1 ? unit.short : `${count} ${unit.short}`;
}

/** The duration in the largest unit that it is a whole number of, else in seconds. */
function amount(duration: string): { count: number; unit: (typeof units)[number] | typeof second } {
  const ms = durationMs(duration);
  const unit = units.find((candidate) => ms > 0 && ms % candidate.ms === 0) ?? second;
  return { count: ms / unit.ms, unit };
}
