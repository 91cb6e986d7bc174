import type { ResolvedBehaviors as Behaviors } from "@fairlead/behaviors";
import { durationText, perText } from "./duration.ts";

type RateLimit = NonNullable<Behaviors["rateLimit"]>;
type Pagination = NonNullable<Behaviors["pagination"]>;
type Job = NonNullable<Behaviors["job"]>;

/** The headers of a family, by the name that a rate class gives it. */
const headerNames: Readonly<Record<RateLimit["headers"], readonly string[]>> = {
  "x-ratelimit": ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"],
  none: [],
};

const partWords: Readonly<Record<RateLimit["partition"][number], string>> = {
  token: "token",
  ip: "IP address",
  operation: "operation",
};

const mechanisms: Readonly<Record<Pagination["style"], string>> = {
  offset: "takes the number of items to leave out",
  page: "takes the number of the page, from 1",
  "last-id": "takes the key of the last item that was seen",
  until: "takes the time that the answer gives for the next page, newest first",
};

const evidenceWords: Readonly<Record<Behaviors["evidence"]["kind"], string>> = {
  documented: "documented by the vendor",
  client: "a real client depends on it",
  assumed: "assumed; nobody could check it",
};

/**
 * What an operation declares, as a Markdown list that stands at the end of its description.
 * @param vendorPage - The vendor's own page on the operation; named where it is not the source already.
 */
export function facts(behaviors: Behaviors, vendorPage?: string): string {
  const { rateLimit, pagination, job, idempotent, redirectHosts, evidence } = behaviors;
  return [
    rateLimit && `**Rate limit:** ${rateLimitText(rateLimit)}`,
    pagination && `**Pages:** ${paginationText(pagination)}`,
    job && `**Job:** ${jobText(job)}`,
    idempotent === true && "**Retries:** a repeat is harmless.",
    typeof idempotent === "object" && `**Retries:** ${keyText(idempotent)}`,
    redirectHosts === "any" && "**Redirects:** may lead to another host, which must not get the credentials.",
    `**Evidence:** ${evidenceText(evidence, vendorPage)}`,
  ]
    .filter((line) => typeof line === "string")
    .map((line) => `- ${line}`)
    .join("\n");
}

function rateLimitText({ name, quota, window, partition, tiers = {}, headers, onExceed, evidence }: RateLimit): string {
  const higher = Object.entries(tiers).map(([tier, limit]) => `${limit} on the tier ${code(tier)}`);
  const counted = higher.length > 0 ? `, ${higher.join(", ")}` : "";
  const doubt = evidence.kind === "assumed" ? ` The number is assumed: ${evidence.note}` : "";
  const told = headerNames[headers].map(code).join(", ");
  return (
    `class ${code(name)}: ${quota} ${quota === 1 ? "request" : "requests"} per ${perText(window)} ` +
    `for each ${partition.map((part) => partWords[part]).join(" and ")}${counted}. ` +
    `${told ? `Answers carry ${told}; beyond it comes` : "Beyond it comes"} ${onExceed.status}.${doubt}`
  );
}

function paginationText({ style, param, size }: Pagination): string {
  const limits = [
    size?.default === undefined ? "" : `${size.default} unless it says otherwise`,
    size?.max === undefined ? "" : `at most ${size.max}`,
  ].filter((limit) => limit !== "");
  const sized = size
    ? `; ${code(size.param)} sets how many a page holds${limits.length > 0 ? ` (${limits.join(", ")})` : ""}`
    : "";
  return `${code(param)} ${mechanisms[style]}${sized}.`;
}

function jobText({ status, states, poll }: Job): string {
  const names = Object.entries(states).map(
    ([state, value]) => `${code(state)}${"end" in value ? ` (${value.end})` : ""}`,
  );
  return (
    `${names.join(", ")}. Read ${code(status.operationId)} until it ends: first after ${durationText(poll.every)}, ` +
    `then up to ${durationText(poll.max)} apart, for at most ${durationText(poll.timeout)}.`
  );
}

function keyText({ header, ttl }: Exclude<NonNullable<Behaviors["idempotent"]>, boolean>): string {
  return `a repeat with the same ${code(header)} is harmless for ${durationText(ttl)}.`;
}

function evidenceText({ kind, checked, source, note }: Behaviors["evidence"], vendorPage?: string): string {
  const parts = [
    evidenceWords[kind],
    checked && `checked ${checked}`,
    source && link("source", source),
    vendorPage && vendorPage !== source && link("vendor's page", vendorPage),
  ];
  return `${parts.filter(Boolean).join(", ")}.${note ? ` Note: ${noteText(note)}.` : ""}`;
}

function link(text: string, url: string): string {
  return `[${text}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A note as one line of Markdown without its last dot; outside code marks `<` stays a character. */
function noteText(note: string): string {
  const parts = note.trim().replace(/\s+/g, " ").replace(/\.$/, "").split("`");
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "&lt;"))).join("`");
}
