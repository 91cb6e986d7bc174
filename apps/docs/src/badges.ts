import type { ResolvedBehaviors as Behaviors } from "@fairlead/behaviors";
import { perBadge } from "./duration.ts";

/** One entry of `x-badges`; the reference knows these colours by name. */
export interface Badge {
  readonly name: string;
  readonly color: "grey" | "blue" | "purple" | "green" | "turquoise" | "orange";
}

/** The badges of an operation: what a reader should know before opening it. Documented facts carry none for their evidence. */
export function badges({ rateLimit, pagination, job, idempotent, evidence }: Behaviors): Badge[] {
  const all: Badge[] = [];
  if (evidence.kind === "assumed")
    all.push({ name: "assumed", color: "orange" }); // page.hbs shows this colour in the menu
  else if (evidence.kind !== "documented") all.push({ name: evidence.kind, color: "turquoise" });
  if (rateLimit) {
    // A quota that somebody assumed must not look like one that somebody knows.
    const doubt = rateLimit.evidence.kind === "assumed" ? " (assumed)" : "";
    all.push({ name: `${rateLimit.name} · ${rateLimit.quota}/${perBadge(rateLimit.window)}${doubt}`, color: "grey" });
  }
  if (pagination) all.push({ name: "paged", color: "blue" });
  if (job) all.push({ name: "job", color: "purple" });
  if (idempotent === true) all.push({ name: "retry-safe", color: "green" });
  else if (idempotent) all.push({ name: "idempotency key", color: "green" });
  return all;
}
