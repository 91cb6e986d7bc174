import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";
import { teamInPath } from "../../teams/find-team.ts";
import { showTeam } from "../../teams/show-team.ts";

/** A team by its id or its slug, for those who are in it. */
export const getTeam: Hook<operations["getTeam"]> = (call) =>
  call.reply(showTeam(call.store, teamInPath(call), userOf(call)));
