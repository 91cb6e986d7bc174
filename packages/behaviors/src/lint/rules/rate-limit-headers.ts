import { isRecord } from "../../is-record.ts";
import { type RateLimit, rateLimitKey } from "../../vocabulary/rate-limit.ts";
import type { Check } from "../rule.ts";

/** Response headers of each family, on every success and on the answer to a request too many. */
const families: { readonly [Family in RateLimit["headers"]]: readonly string[] } = {
  "x-ratelimit": ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"],
  none: [],
};

/** A limited operation declares the headers of its class; the rule of the same purpose in Redocly knows no classes. */
export const rateLimitHeaders: Check = (document, report) => {
  for (const { operation, used } of document.users(rateLimitKey)) {
    const { headers, onExceed } = used.merged as Partial<RateLimit>;
    const wanted = headers === undefined ? [] : (families[headers] ?? []);
    const exceeded = isRecord(onExceed) ? String(onExceed.status) : undefined;
    for (const [status, response] of operation.responses()) {
      if (!status.startsWith("2") && status !== exceeded) continue;
      const declared = (response.get("headers")?.members() ?? []).map(([name]) => name.toLowerCase());
      const missing = wanted.filter((name) => !declared.includes(name.toLowerCase()));
      if (missing.length === 0) continue;
      report(
        `${operation.id} burns ${used.reference.name}, but its ${status} lacks ${missing.join(", ")}.`,
        response.at,
      );
    }
  }
};
