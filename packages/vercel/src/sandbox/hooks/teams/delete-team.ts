import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";
import type { User } from "../../entities.ts";
import { leaveDefaultTeam } from "../../teams/default-team.ts";
import { needOwner, teamInPath } from "../../teams/find-team.ts";
import { removeTeam } from "../../teams/remove-team.ts";

/** Removes a team with all that it has; the user gets the named default team, others who worked in it none. */
export const deleteTeam: Hook<operations["deleteTeam"]> = (call) => {
  const { store } = call;
  const team = teamInPath(call);
  needOwner(call, team);
  const { id } = userOf(call);
  return store.attempt(() => {
    const users = store.list("User", { defaultTeamId: team.id }) as readonly User[];
    const next = (user: User): string | undefined => (user.id === id ? call.query?.newDefaultTeamId : undefined);
    const isSet = users.map((user) => leaveDefaultTeam(store, user, team, next(user))).every(Boolean);
    removeTeam(call, team);
    return call.reply({ id: team.id, ...(!isSet && { newDefaultTeamIdError: true }) });
  });
};
