import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";
import type { ProjectMember } from "../../entities.ts";
import { pageByTime } from "../../page-by-time.ts";
import { showProjectMember } from "../../project-members/show-project-member.ts";
import { fitsSearch } from "../../team-members/fits-search.ts";
import { memberOf } from "../../team-members/team-member.ts";

/** Who was added to a project, newest first; who has not come into the team yet is not there either. */
export const listProjectMembers: Hook<operations["listProjectMembers"]> = (call) => {
  const { store, path, query = {} } = call;
  const project = projectInAccount(call, path.idOrName);
  const isWaiting = ({ uid }: ProjectMember): boolean =>
    memberOf(store, { id: project.accountId }, { id: uid })?.confirmed === false;
  const stored = store.list("ProjectMember", { projectId: project.id }) as readonly ProjectMember[];
  const all = stored
    .filter((one) => !isWaiting(one))
    .map((one) => showProjectMember(store, project, one))
    .filter((one) => fitsSearch(one, query.search));
  const { items: members, pagination } = pageByTime(all, query, ({ createdAt }) => createdAt);
  return call.reply({ members, pagination: { hasNext: pagination.next !== null, ...pagination } });
};
