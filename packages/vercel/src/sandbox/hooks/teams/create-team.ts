import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { credentialOf, userOf } from "../../account.ts";
import type { Team } from "../../entities.ts";
import { vercelError } from "../../refusal.ts";
import { personOf } from "../../team-members/team-member.ts";
import { checkTeamSlug } from "../../teams/team-slug.ts";

/** Makes a team that the user owns. */
export const createTeam: Hook<operations["createTeam"]> = (call) => {
  const { store, body } = call;
  const { slug, name = slug } = body;
  const user = userOf(call);
  if (credentialOf(call)?.teamId) return vercelError(403, "forbidden", "A token for one team can't make others");
  checkTeamSlug(slug);
  return store.attempt(() => {
    const team = store.create("Team", { slug, name, creatorId: user.id, stagingPrefix: slug }) as Team;
    const role = { role: "OWNER", confirmed: true, joinedFrom: { origin: "teams" } };
    store.create("TeamMember", { ...personOf(user), ...role, teamId: team.id });
    return call.reply({ id: team.id, slug });
  });
};
