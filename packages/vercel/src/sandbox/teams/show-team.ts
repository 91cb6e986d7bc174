import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { Team, User } from "../entities.ts";
import { memberOf } from "../team-members/team-member.ts";

type Schemas = components["schemas"];

/** A team as an answer has it: with what the user is in it. */
export function showTeam(store: Store, team: Team, user: User): Schemas["Team"] {
  const membership = membershipOf(store, team, user);
  return { ...team, ...(membership !== undefined && { membership }) };
}

/** What a token sees of a team of its user that it was not made for. */
export function showLimitedTeam(store: Store, team: Team, user: User): Schemas["LimitedTeam"] {
  const { id, slug, name, avatar, createdAt, saml } = team;
  const membership = membershipOf(store, team, user);
  return {
    limited: true,
    limitedBy: ["scope"],
    ...{ id, slug, name, avatar, createdAt },
    ...(saml !== undefined && { saml }),
    ...(membership !== undefined && { membership }),
  };
}

function membershipOf(store: Store, team: Team, user: User): Schemas["Team"]["membership"] {
  const member = memberOf(store, team, user);
  if (member === undefined) return undefined;
  const { uid, teamId, role, confirmed, createdAt, teamPermissions = [], joinedFrom } = member;
  return {
    ...{ confirmed, role, uid, teamId, createdAt, created: createdAt, teamRoles: [role], teamPermissions },
    ...(joinedFrom !== undefined && { joinedFrom }),
  };
}
