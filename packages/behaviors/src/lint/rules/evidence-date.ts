import { keys } from "../../vocabulary/keys.ts";
import type { DocumentModel } from "../document-model.ts";
import type { Check } from "../rule.ts";
import type { Spot } from "../spot.ts";

const dayMs = 86_400_000;

/** A day has begun somewhere on earth up to 14 hours before it begins in UTC. */
const earliestZoneMs = 14 * 3_600_000;

/**
 * Evidence is not from the future, and an old look is pointed out after 365 days: as a warning, because a build must not
 * break by the calendar. The option `now` (an ISO date) stands in for the clock.
 */
export const evidenceDate: Check = (document, report, options) => {
  const now = typeof options.now === "string" ? Date.parse(options.now) : Date.now();
  for (const spot of evidenceOf(document)) {
    const text = spot.get("checked")?.text();
    const at = spot.get("checked")?.at;
    if (text === undefined || at === undefined) continue;
    const checked = Date.parse(`${text}T00:00:00Z`);
    if (!isDay(text, checked)) report(`${text} is no day of the calendar.`, at);
    else if (checked > now + earliestZoneMs)
      report(`${text} is in the future: evidence is from a look that was had.`, at);
    else if (now - checked > 365 * dayMs) {
      report(`${text} is more than 365 days ago: look again, then correct the document or the date.`, at, "warn");
    }
  }
};

function isDay(text: string, time: number): boolean {
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** All evidence of the document; on an operation only what differs from the default, or one old date would be many findings. */
function evidenceOf(document: DocumentModel): Spot[] {
  const standard = document.behaviors?.find("defaults", "evidence");
  const isOwn = (spot: Spot) => spot.get("checked")?.value !== standard?.get("checked")?.value;
  return [
    ...(standard === undefined ? [] : [standard]),
    ...[document.behaviors?.find("webhooks", "evidence") ?? []].flat(),
    ...keys.flatMap((key) => document.definitions(key)).flatMap(([, definition]) => definition.get("evidence") ?? []),
    ...document.operations.flatMap(({ spot }) => spot.get("x-evidence") ?? []).filter(isOwn),
  ];
}
