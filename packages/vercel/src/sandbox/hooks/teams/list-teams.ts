import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { isMember, userOf } from "../../account.ts";
import type { Team } from "../../entities.ts";
import { pageByTime } from "../../page-by-time.ts";

/** The teams that the user is in, newest first; those of others are in no list. */
export const listTeams: Hook<operations["listTeams"]> = (call) => {
  const user = userOf(call);
  const own = (call.store.list("Team") as readonly Team[]).filter((team) => isMember(team, user));
  const { items: teams, pagination } = pageByTime(own, call.query ?? {}, ({ createdAt }) => createdAt);
  return call.reply({ teams, pagination });
};
