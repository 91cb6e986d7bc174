import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { isMember, notFound, userOf } from "../../account.ts";
import type { Team } from "../../entities.ts";
import { vercelError } from "../../refusal.ts";

/** A team by its id or its slug, for those who are in it. */
export const getTeam: Hook<operations["getTeam"]> = (call) => {
  const { teamId } = call.path;
  const team = (call.store.get("Team", teamId) ?? call.store.list("Team", { slug: teamId })[0]) as Team | undefined;
  if (team === undefined) throw notFound(`There is no team ${teamId}`);
  if (isMember(team, userOf(call))) return call.reply(team);
  return vercelError(403, "forbidden", `The token may not act for the team ${teamId}`);
};
