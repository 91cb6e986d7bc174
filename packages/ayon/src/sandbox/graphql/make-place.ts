import type { Project } from "../entities.ts";
import { folderNode, productNode, representationNode, taskNode, versionNode, workfileNode } from "./entity-nodes.ts";
import { folderList } from "./folder-list.ts";
import { pageEntities } from "./page-entities.ts";
import type { Asked, Place } from "./place.ts";
import { productList } from "./product-list.ts";
import { ProjectData } from "./project-data.ts";
import { representationList } from "./representation-list.ts";
import { taskList } from "./task-list.ts";
import { versionList } from "./version-list.ts";
import { workfileList } from "./workfile-list.ts";

/** A project within a query, with its lists and nodes. */
export function makePlace(asked: Asked, project: Project): Place {
  const place: Place = {
    ...asked,
    project,
    data: new ProjectData(asked.store, project),
    lists: {
      folders: (given) => pageEntities(place, folderList, given),
      tasks: (given) => pageEntities(place, taskList, given),
      products: (given) => pageEntities(place, productList, given),
      versions: (given) => pageEntities(place, versionList, given),
      representations: (given) => pageEntities(place, representationList, given),
      workfiles: (given) => pageEntities(place, workfileList, given),
    },
    nodes: {
      folder: (folder) => folderNode(place, folder),
      task: (task) => taskNode(place, task),
      product: (product) => productNode(place, product),
      version: (version, isListed) => versionNode(place, version, isListed),
      representation: (representation) => representationNode(place, representation),
      workfile: (workfile) => workfileNode(place, workfile),
    },
  };
  return place;
}
