import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf, notFound, projectInAccount } from "../../account.ts";
import { needAdmin, teamProject } from "../../project-members/need-admin.ts";
import { projectMemberOf } from "../../project-members/project-role.ts";

/** Takes somebody out of a project and leaves them in the team; everybody may take out themselves. */
export const deleteProjectMember: Hook<operations["deleteProjectMember"]> = (call) => {
  const { store, path } = call;
  const project = projectInAccount(call, path.idOrName);
  const member = projectMemberOf(store, project, path.uid);
  if (member === undefined) throw notFound(`The project ${project.name} has no member ${path.uid}`);
  if (accountOf(call).user.id !== member.uid) needAdmin(call, teamProject(call, path.idOrName));
  store.remove("ProjectMember", member);
  return call.reply({ id: project.id });
};
