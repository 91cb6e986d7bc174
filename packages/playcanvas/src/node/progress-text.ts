import type { SaveStep } from "./save-job.ts";

/** A step as a line for people: short, and without a moving part, so that it may stand in a log too. */
export function progressText(step: SaveStep): string {
  if (step.step === "job") return `${step.state}, ${Math.round(step.elapsedMs / 1000)} s`;
  if (step.step === "unpack") return "unpacking";
  const { received, total } = step;
  return total === undefined ? `${megabytes(received)} MB` : `${megabytes(received)} of ${megabytes(total)} MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
