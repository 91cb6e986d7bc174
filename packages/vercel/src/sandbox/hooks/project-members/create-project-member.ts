import type { Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import type { User } from "../../entities.ts";
import { needAdmin, teamProject } from "../../project-members/need-admin.ts";
import { setProjectRole } from "../../project-members/project-role.ts";
import { vercelError } from "../../refusal.ts";
import { personByMail } from "../../team-members/find-person.ts";
import { memberOf } from "../../team-members/team-member.ts";

type Wanted = components["schemas"]["NewProjectMember"];

/** Adds somebody of the team to one of its projects, or gives another role to who is a member already. */
export const createProjectMember: Hook<operations["createProjectMember"]> = (call) => {
  const { store, body, path } = call;
  const found = teamProject(call, path.idOrName);
  needAdmin(call, found);
  const { account, project } = found;
  const users = store.list("User") as readonly User[];
  const user = findUser(users, body) ?? (body.email === undefined ? undefined : personByMail(store, body.email));
  const member = user && memberOf(store, account.team, user);
  if (!member?.confirmed) return vercelError(400, "bad_request", `Nobody of this name is in ${account.team.slug}`);
  setProjectRole(store, project, member, body.role);
  return call.reply({ id: project.id });
};

/** The user of an id or else a name; undefined where neither is given or nobody has it. */
function findUser(users: readonly User[], { uid, username }: Wanted): User | undefined {
  if (uid !== undefined) return users.find(({ id }) => id === uid);
  return username === undefined ? undefined : users.find((user) => user.username === username);
}
