import { notFound } from "../account.ts";
import type { Team, TeamMember } from "../entities.ts";
import { type TeamAsking, teamInPath } from "../teams/find-team.ts";
import { memberOf } from "./team-member.ts";

/** A team that a path names, and one of its members. */
export interface Found {
  readonly team: Team;
  readonly member: TeamMember;
}

/**
 * The member that a path names.
 * @throws {Refusal} 403 and 404 as `teamInPath`; 404, nobody of this id is in the team.
 */
export function findTeamMember(asking: TeamAsking, uid: string): Found {
  const team = teamInPath(asking);
  const member = memberOf(asking.store, team, { id: uid });
  if (member !== undefined) return { team, member };
  throw notFound(`The team ${team.slug} has no member ${uid}`);
}
