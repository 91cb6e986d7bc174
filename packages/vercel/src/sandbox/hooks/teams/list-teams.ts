import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";
import type { Team } from "../../entities.ts";
import { pageByTime } from "../../page-by-time.ts";
import { isMember } from "../../team-members/team-member.ts";
import { mayActFor } from "../../teams/find-team.ts";
import { showLimitedTeam, showTeam } from "../../teams/show-team.ts";

/** The teams that the user is in, newest first, little of those that the token was not made for; none of others. */
export const listTeams: Hook<operations["listTeams"]> = (call) => {
  const { store } = call;
  const user = userOf(call);
  const own = (store.list("Team") as readonly Team[]).filter((team) => isMember(store, team, user));
  const { items, pagination } = pageByTime(own, call.query ?? {}, ({ createdAt }) => createdAt);
  const teams = items.map((team) => (mayActFor(call, team) ? showTeam : showLimitedTeam)(store, team, user));
  return call.reply({ teams, pagination });
};
