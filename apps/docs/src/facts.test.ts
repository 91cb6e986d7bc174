import type { ResolvedBehaviors } from "@fairlead/behaviors";
import { expect, test } from "vitest";
import { badges } from "./badges.ts";
import { facts } from "./facts.ts";

const documented: ResolvedBehaviors = {
  redirectHosts: "none",
  evidence: { kind: "documented", source: "https://museum.example/docs", checked: "2026-11-20" },
};
const normal: NonNullable<ResolvedBehaviors["rateLimit"]> = {
  name: "normal",
  quota: 120,
  window: "PT1M",
  partition: ["token"],
  tiers: { paid: 240, gold: 480 },
  headers: "x-ratelimit",
  onExceed: { status: 429, response: "#/components/responses/RateLimited", retryAfter: "none" },
  evidence: documented.evidence,
};
const scanJob: NonNullable<ResolvedBehaviors["job"]> = {
  name: "scanJob",
  start: { id: "/id" },
  status: { operationId: "getScan", param: "path.id", state: "/status" },
  states: {
    running: { next: ["done", "failed"], after: { time: "PT1S" } },
    done: { end: "success" },
    failed: { end: "failure" },
  },
  poll: { every: "PT2S", factor: 1.5, max: "PT15S", timeout: "PT10M" },
  resultKind: "json",
};
const names = (behaviors: ResolvedBehaviors) => badges(behaviors).map(({ name }) => name);

test("a documented operation without behaviour has no badge, and its source, day and kind as facts", () => {
  expect(badges(documented)).toEqual([]);
  expect(facts(documented)).toBe(
    "- **Evidence:** documented by the vendor, checked 2026-11-20, [source](https://museum.example/docs).",
  );
});

test("a rate class gives its lowest quota on the badge, and all tiers, headers and the status as facts", () => {
  expect(names({ ...documented, rateLimit: normal })).toEqual(["normal · 120/min"]);
  expect(facts({ ...documented, rateLimit: normal })).toContain(
    "- **Rate limit:** class `normal`: 120 requests per minute for each token, 240 on the tier `paid`, 480 on the tier `gold`. " +
      "Answers carry `X-RateLimit-Limit`, `X-RateLimit-Remaining`, `X-RateLimit-Reset`; beyond it comes 429.",
  );
});

test("a rate class that no header tells of, and that is counted by address, says so", () => {
  const { tiers: _, ...single } = normal;
  const behaviors: ResolvedBehaviors = { ...documented, rateLimit: { ...single, partition: ["ip"], headers: "none" } };
  expect(facts(behaviors)).toContain("120 requests per minute for each IP address. Beyond it comes 429.");
  const each: ResolvedBehaviors = { ...documented, rateLimit: { ...single, partition: ["token", "operation"] } };
  expect(facts(each)).toContain("120 requests per minute for each token and operation.");
});

test("a quota that is assumed says so on the badge, and why as a fact", () => {
  const evidence = { kind: "assumed", note: "No table of limits is known." } as const;
  const behaviors: ResolvedBehaviors = { ...documented, rateLimit: { ...normal, evidence } };
  expect(names(behaviors)).toEqual(["normal · 120/min (assumed)"]);
  expect(facts(behaviors)).toContain("beyond it comes 429. The number is assumed: No table of limits is known.");
});

test("pages that have numbers are told as such", () => {
  const pagination = { style: "page", param: "page", size: { param: "length" }, items: "", total: "/count" } as const;
  expect(facts({ ...documented, pagination })).toContain(
    "`page` takes the number of the page, from 1; `length` sets how many a page holds.",
  );
});

test("one request an hour is written in the singular", () => {
  const { tiers: _, ...single } = normal;
  const behaviors: ResolvedBehaviors = { ...documented, rateLimit: { ...single, quota: 1, window: "PT1H" } };
  expect(names(behaviors)).toEqual(["normal · 1/h"]);
  expect(facts(behaviors)).toContain("1 request per hour for each token. Answers");
});

test("a list tells how it continues, and its default and largest page", () => {
  const paged: ResolvedBehaviors = {
    ...documented,
    pagination: {
      style: "offset",
      param: "skip",
      size: { param: "limit", default: 16, max: 100 },
      items: "",
      total: "/n",
    },
  };
  expect(names(paged)).toEqual(["paged"]);
  expect(facts(paged)).toContain(
    "- **Pages:** `skip` takes the number of items to leave out; `limit` sets how many a page holds (16 unless it says otherwise, at most 100).",
  );
});

test("a list by last key without a size says only that", () => {
  const pagination = { style: "last-id", param: "after", items: "", key: "/id", more: "/more" } as const;
  expect(facts({ ...documented, pagination })).toContain(
    "- **Pages:** `after` takes the key of the last item that was seen.\n",
  );
  const byTime: ResolvedBehaviors = {
    ...documented,
    pagination: { style: "until", param: "until", items: "/items", key: "/id", at: "/at", next: "/next" },
  };
  expect(facts(byTime)).toContain(
    "- **Pages:** `until` takes the time that the answer gives for the next page, newest first.",
  );
});

test("a job lists its states with their ends, and how to wait", () => {
  expect(names({ ...documented, job: scanJob })).toEqual(["job"]);
  expect(facts({ ...documented, job: scanJob })).toContain(
    "- **Job:** `running`, `done` (success), `failed` (failure). Read `getScan` until it ends: " +
      "first after 2 seconds, then up to 15 seconds apart, for at most 10 minutes.",
  );
});

test("says whether a repeat is harmless, and nothing where it is not", () => {
  expect(names({ ...documented, idempotent: true })).toEqual(["retry-safe"]);
  expect(facts({ ...documented, idempotent: true })).toContain("- **Retries:** a repeat is harmless.");
  expect(names({ ...documented, idempotent: false })).toEqual([]);
  expect(facts({ ...documented, idempotent: false })).not.toContain("Retries");
});

test("names the header that makes a repeat harmless, and for how long", () => {
  const keyed: ResolvedBehaviors = {
    ...documented,
    idempotent: { header: "Idempotency-Key", ttl: "P1D", replayStatus: 200 },
  };
  expect(names(keyed)).toEqual(["idempotency key"]);
  expect(facts(keyed)).toContain("a repeat with the same `Idempotency-Key` is harmless for 1 day.");
});

test("warns of redirects that may leave the host", () => {
  expect(facts({ ...documented, redirectHosts: "any" })).toContain("must not get the credentials");
});

test("what is assumed or taken from a client is marked before all other badges", () => {
  const note = "seen in no page";
  const client = { kind: "client", checked: "2026-11-18", note } as const;
  expect(names({ ...documented, rateLimit: normal, evidence: client })).toEqual(["client", "normal · 120/min"]);
  expect(names({ ...documented, evidence: { kind: "assumed", note } })).toEqual(["assumed"]);
  expect(facts({ ...documented, evidence: { kind: "assumed", note } })).toBe(
    "- **Evidence:** assumed; nobody could check it. Note: seen in no page.",
  );
});

test("only what is assumed has the colour that the menu shows", () => {
  const note = "seen in no page";
  expect(badges({ ...documented, evidence: { kind: "assumed", note } })[0]?.color).toBe("orange");
  const others = badges({
    ...documented,
    rateLimit: normal,
    job: scanJob,
    idempotent: true,
    evidence: { kind: "client", checked: "2026-11-18", note },
  });
  expect(others.map(({ color }) => color)).not.toContain("orange");
});

test("a note is one line that ends with one dot, and shows its angle brackets", () => {
  const evidence = { kind: "assumed", note: "the page\nsays <PUT>, not `<PATCH>`. " } as const;
  expect(facts({ ...documented, evidence })).toContain("Note: the page says &lt;PUT>, not `<PATCH>`.");
});

test("parentheses of a source do not end its link", () => {
  const evidence = { kind: "documented", source: "https://museum.example/a_(b)", checked: "2026-11-20" } as const;
  expect(facts({ ...documented, evidence })).toContain("[source](https://museum.example/a_%28b%29)");
});

test("links the vendor's page too where the evidence lies elsewhere, and once where it is the same", () => {
  const page = "https://museum.example/docs";
  const evidence = { kind: "client", checked: "2026-11-18", source: "https://museum.example/client" } as const;
  expect(facts({ ...documented, evidence }, page)).toContain(
    "checked 2026-11-18, [source](https://museum.example/client), [vendor's page](https://museum.example/docs).",
  );
  expect(facts(documented, page)).not.toContain("vendor's page");
});
