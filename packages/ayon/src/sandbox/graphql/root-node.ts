import { listEvents } from "./list-events.ts";
import { findUser, listUsers, ownUser } from "./list-users.ts";
import type { Asked, Given, Node } from "./place.ts";
import { findProject, listProjects, projectNode } from "./project-node.ts";

/** The fields that a query begins with. */
export function rootNode(asked: Asked): Node {
  return {
    project: (given: Given) => projectNode(findProject(asked, given)),
    projects: (given: Given) => listProjects(asked, given),
    users: (given: Given) => listUsers(asked, given),
    user: (given: Given) => findUser(asked, given),
    me: () => ownUser(asked),
    events: (given: Given) => listEvents(asked, given),
  };
}
