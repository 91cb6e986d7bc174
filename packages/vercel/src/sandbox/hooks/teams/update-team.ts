import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";
import type { Team } from "../../entities.ts";
import { needOwner, teamInPath } from "../../teams/find-team.ts";
import { showTeam } from "../../teams/show-team.ts";
import { teamSettings } from "../../teams/team-settings.ts";
import { checkTeamSlug } from "../../teams/team-slug.ts";

/** Changes what is given; a new slug has to be free. */
export const updateTeam: Hook<operations["updateTeam"]> = (call) => {
  const { store, body, clock, random } = call;
  const team = teamInPath(call);
  needOwner(call, team);
  if (body.slug !== undefined && body.slug !== team.slug) checkTeamSlug(body.slug);
  const updated = store.update("Team", team, {
    ...teamSettings(team, body, clock.now()),
    ...(body.regenerateInviteCode && { inviteCode: random.token(`Team/${team.id}/inviteCode/${clock.now()}`, 24) }),
  });
  return call.reply(showTeam(store, updated as Team, userOf(call)));
};
