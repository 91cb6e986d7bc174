import type { StoredProjectDomain } from "../domains/stored-domain.ts";
import { pageByTime, type TimeQuery } from "../page-by-time.ts";

/**
 * One page of a project's domains. Oldest first, `until` and `since` count the other way round: what they mean there is
 * not documented, and so a walk by `until=next` still reaches every domain once.
 */
export function pageDomains(
  domains: readonly StoredProjectDomain[],
  query: TimeQuery & { readonly order?: "ASC" | "DESC" | undefined },
): ReturnType<typeof pageByTime<StoredProjectDomain>> {
  if (query.order !== "ASC") return pageByTime(domains, query, ({ createdAt }) => createdAt);
  const { limit, until, since } = query;
  const turned = { limit, until: turn(until), since: turn(since) };
  const { items, pagination } = pageByTime(domains, turned, ({ createdAt }) => -createdAt);
  const { count, next, prev } = pagination;
  return { items, pagination: { count, next: turn(next) ?? null, prev: turn(prev) ?? null } };
}

function turn(time: number | string | null | undefined): number | undefined {
  return time === null || time === undefined || time === "" ? undefined : -Number(time);
}
