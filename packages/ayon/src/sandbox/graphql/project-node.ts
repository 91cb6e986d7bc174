import type { Project } from "../entities.ts";
import { entityTypes } from "../entity/entity-kinds.ts";
import type { EntityType, StoredByType } from "../entity/types.ts";
import { maySeeProject } from "../project-access.ts";
import { jsonText } from "./entity-nodes.ts";
import { makePlace } from "./make-place.ts";
import { type Connection, pageRows } from "./page-rows.ts";
import type { Asked, Given, Node, Place } from "./place.ts";
import { QueryRefusal } from "./query-refusal.ts";
import { isLike, readId, text } from "./read-arguments.ts";

/** The project of that name or code, whatever the case. @throws {QueryRefusal} 400, neither is given; 404, there is none. */
export function findProject(asked: Asked, given: Given): Place {
  if (text(given, "name") === undefined && text(given, "code") === undefined)
    throw new QueryRefusal(400, "A project needs its name or its code");
  const project = visibleProjects(asked, given)[0];
  // Who has no access can't tell whether there is one.
  if (project === undefined) throw new QueryRefusal(404, "There is no such project");
  return makePlace(asked, project);
}

/** The projects that the caller has access to, by name. */
export function listProjects(asked: Asked, given: Given): Connection {
  const isWanted = ({ skeleton = false }: Project) => !skeleton || given.includeSkeleton === true;
  const projects = visibleProjects(asked, given).filter(isWanted);
  return pageRows(
    projects,
    given,
    ({ name }) => [name],
    (project) => projectNode(makePlace(asked, project)),
  );
}

function visibleProjects({ store, caller }: Asked, given: Given): readonly Project[] {
  const name = text(given, "name");
  const code = text(given, "code");
  const fits = (project: Project) =>
    (name === undefined || isLike(name, project.name)) && (code === undefined || isLike(code, project.code));
  const projects = (store.list("Project") as readonly Project[]).filter(fits);
  // One of exactly that name goes before those that it only looks like.
  const exact = projects.filter((project) => project.name === name);
  return [...exact, ...projects.filter((project) => project.name !== name)].filter((one) => maySeeProject(caller, one));
}

/** A project with its lists. */
export function projectNode(place: Place): Node {
  const { project, lists } = place;
  const { name, code, label = null, active, library, skeleton = false, createdAt, updatedAt, attrib } = project;
  return {
    name,
    projectName: name,
    code,
    label,
    active,
    library,
    skeleton,
    createdAt,
    updatedAt,
    color: typeof project.data.color === "string" ? project.data.color : null,
    projectFolder: typeof project.data.projectFolder === "string" ? project.data.projectFolder : null,
    bundle: { production: null, staging: null, ...(project.data.bundle as object | undefined) },
    data: jsonText(project.data),
    config: jsonText(project.config),
    attrib,
    allAttrib: () => JSON.stringify(attrib),
    taskTypes: (given: Given) => used(place, "task", project.taskTypes, ({ taskType }) => taskType, given),
    folderTypes: (given: Given) => used(place, "folder", project.folderTypes, ({ folderType }) => folderType, given),
    linkTypes: () =>
      project.linkTypes.map(({ data: extra = {}, ...type }) => ({
        ...type,
        color: extra.color ?? null,
        style: extra.style ?? "solid",
      })),
    statuses: project.statuses,
    tags: project.tags,
    usedTags: () => usedTags(place),
    folders: lists.folders,
    tasks: lists.tasks,
    products: lists.products,
    versions: lists.versions,
    representations: lists.representations,
    workfiles: lists.workfiles,
    folder: (given: Given) => one("folder", lists.folders, given),
    task: (given: Given) => one("task", lists.tasks, given),
    product: (given: Given) => one("product", lists.products, given),
    version: (given: Given) => one("version", lists.versions, given),
    representation: (given: Given) => one("representation", lists.representations, given),
    workfile: (given: Given) => one("workfile", lists.workfiles, given),
  };
}

/** @throws {QueryRefusal} 404, there is none of that id. @throws {Error} It is no id. */
function one(type: EntityType, list: (given: Given) => Connection, { id }: Given): Node {
  const found = list({ ids: [readId(String(id))] }).edges[0];
  if (found === undefined) throw new QueryRefusal(404, `There is no such ${type}`);
  return found.node;
}

function used<Type extends EntityType, Named extends { readonly name: string }>(
  { data }: Place,
  type: Type,
  all: readonly Named[],
  typeOf: (entity: StoredByType[Type]) => string,
  { activeOnly }: Given,
): readonly Named[] {
  if (activeOnly !== true) return all;
  const names = new Set(data.all(type).map(typeOf));
  return all.filter(({ name }) => names.has(name));
}

function usedTags({ data }: Place): readonly string[] {
  const entities = entityTypes.flatMap((type) => data.all(type) as readonly { readonly tags: readonly string[] }[]);
  return [...new Set(entities.flatMap(({ tags }) => tags))].sort();
}
