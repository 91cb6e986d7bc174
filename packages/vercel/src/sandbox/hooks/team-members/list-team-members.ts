import type { Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import type { TeamMember } from "../../entities.ts";
import { pageByTime } from "../../page-by-time.ts";
import { fitsSearch } from "../../team-members/fits-search.ts";
import { showTeamMember } from "../../team-members/show-team-member.ts";
import { teamInPath } from "../../teams/find-team.ts";

type Query = NonNullable<operations["listTeamMembers"]["parameters"]["query"]>;

/** Who is in a team or was invited to it, newest first. Nobody is invited by mail alone: each gets an account. */
export const listTeamMembers: Hook<operations["listTeamMembers"]> = (call) => {
  const { store } = call;
  const { id: teamId } = teamInPath(call);
  const query = call.query ?? {};
  const stored = store.list("TeamMember", { teamId }) as readonly TeamMember[];
  const all = stored.map((one) => showTeamMember(store, one)).filter((one) => fits(one, query));
  const { items: members, pagination } = pageByTime(all, query, ({ createdAt }) => createdAt);
  const hasNext = pagination.next !== null;
  return call.reply({ members, emailInviteCodes: [], pagination: { hasNext, ...pagination } });
};

function fits(
  member: components["schemas"]["TeamMember"],
  { search, role, excludeProject, eligibleMembersForProjectId }: Query,
): boolean {
  const isIn = (projectId: string): boolean => member.projects?.some(({ id }) => id === projectId) ?? false;
  if (role && member.role !== role) return false;
  if (excludeProject && isIn(excludeProject)) return false;
  if (eligibleMembersForProjectId && (!member.confirmed || isIn(eligibleMembersForProjectId))) return false;
  return fitsSearch(member, search);
}
