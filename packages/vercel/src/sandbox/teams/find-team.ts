import type { Call, Store } from "@fairlead/sandbox";
import { credentialOf, notFound, userOf } from "../account.ts";
import type { Team } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";
import { isMember, memberOf } from "../team-members/team-member.ts";

/** A call about the team in its path. */
export interface TeamAsking extends Pick<Call, "store" | "actor"> {
  readonly path: { readonly teamId: string };
}

/** A team by its id or its slug; an id goes first. */
export function findTeam(store: Store, idOrSlug: string): Team | undefined {
  return (store.get("Team", idOrSlug) ?? store.list("Team", { slug: idOrSlug })[0]) as Team | undefined;
}

/**
 * The team that a path names by its id or its slug, for those who are in it.
 * @throws {Refusal} 404, there is no such team; 403, the user is not in it, or the token was made for another.
 */
export function teamInPath(asking: TeamAsking): Team {
  const { store, path } = asking;
  const team = findTeam(store, path.teamId);
  if (team === undefined) throw notFound(`There is no team ${path.teamId}`);
  if (isMember(store, team, userOf(asking)) && mayActFor(asking, team)) return team;
  throw vercelRefusal(403, "forbidden", `The token may not act for the team ${path.teamId}`);
}

/** Whether the token of a call is for all that its user may, or for this very team. */
export function mayActFor(asking: Pick<Call, "store" | "actor">, { id }: Pick<Team, "id">): boolean {
  return (credentialOf(asking)?.teamId ?? id) === id;
}

/**
 * Refuses all but owners of a team.
 * @throws {Refusal} 403, the user is no owner.
 */
export function needOwner(asking: Pick<Call, "store" | "actor">, team: Team): void {
  if (memberOf(asking.store, team, userOf(asking))?.role === "OWNER") return;
  throw vercelRefusal(403, "forbidden", `Only owners of the team ${team.slug} may do this`);
}
