import { isManager } from "../caller.ts";
import type { Project, User } from "../entities.ts";
import type { Members } from "../entity/types.ts";
import { maySeeProject } from "../project-access.ts";
import { type Connection, pageRows } from "./page-rows.ts";
import type { Asked, Given, Node } from "./place.ts";
import { findProject } from "./project-node.ts";
import { QueryRefusal } from "./query-refusal.ts";
import { isLike, text, texts } from "./read-arguments.ts";

const noAttributes = { fullName: null, email: null, avatarUrl: null, developerMode: null };

/**
 * Users by name; of projects their members, with all who manage them.
 * @throws {QueryRefusal} 403, somebody who is no manager asks for no project.
 */
export function listUsers(asked: Asked, given: Given): Connection {
  const { store, caller } = asked;
  const projectName = text(given, "projectName");
  const projects = projectName === undefined ? texts(given, "projects") : [projectName];
  const within = projects?.length ? projects : undefined;
  if (within === undefined) demandManager(asked);
  const name = text(given, "name");
  const names = texts(given, "names");
  const emails = texts(given, "emails")?.map((email) => email.toLowerCase());
  const users = (store.list("User") as readonly User[]).filter(
    (user) =>
      (name === undefined || isLike(name, user.name)) &&
      (names === undefined || names.includes(user.name)) &&
      (emails === undefined || emails.includes(String(user.attrib.email ?? "").toLowerCase())) &&
      (within === undefined || isMember(user, within)),
  );
  return pageRows(
    users,
    given,
    (user) => [user.name],
    (user) => userNode(asked, user, { isOwn: user.name === caller.name, within }),
  );
}

/** The user of that name, whatever the case. @throws {QueryRefusal} 403, the caller is no manager; 404, there is none. */
export function findUser(asked: Asked, { name }: Given): Node {
  demandManager(asked);
  const users = asked.store.list("User") as readonly User[];
  const user = users.find((one) => one.name === name) ?? users.find((one) => isLike(String(name), one.name));
  if (user === undefined) throw new QueryRefusal(404, "There is no such user");
  return userNode(asked, user, { isOwn: user.name === asked.caller.name });
}

/** The caller, with all attributes that there are. */
export function ownUser(asked: Asked): Node {
  const { caller } = asked;
  const node = userNode(asked, caller, { isOwn: true });
  return { ...node, allAttrib: JSON.stringify({ ...noAttributes, ...caller.attrib }) };
}

function demandManager({ caller }: Asked): void {
  if (!isManager(caller)) throw new QueryRefusal(403, "Only managers see users of no project");
}

/** Services belong to no project. */
function isMember(user: User, projects: readonly string[]): boolean {
  if (user.data.isService === true) return false;
  return projects.some((name) => maySeeProject(user, { name } as Project));
}

function userNode(
  asked: Asked,
  user: User,
  { isOwn, within }: { readonly isOwn: boolean; readonly within?: readonly string[] | undefined },
): Node {
  const { name, active, data, createdAt, updatedAt } = user;
  const { accessGroups = {}, defaultAccessGroups = [] } = data;
  const shown = within === undefined ? accessGroups : pick(accessGroups, within);
  // Others see whom they work with, and nothing else of them.
  const attrib: Members = isOwn || isManager(asked.caller) ? user.attrib : pick(user.attrib as Members, ["fullName"]);
  return {
    name,
    active,
    createdAt,
    updatedAt,
    accessGroups: JSON.stringify(shown),
    defaultAccessGroups,
    isAdmin: data.isAdmin === true,
    isManager: data.isManager === true,
    isService: data.isService === true,
    isGuest: data.isGuest === true,
    isDeveloper: data.isDeveloper === true,
    hasPassword: data.password !== undefined,
    apiKeyPreview: data.apiKeyPreview ?? null,
    deleted: false,
    attrib,
    allAttrib: JSON.stringify(attrib),
    tasks: ({ projectName }: Given) => findProject(asked, { name: projectName }).lists.tasks({ assignees: [name] }),
  };
}

function pick<Value>(members: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name)));
}
