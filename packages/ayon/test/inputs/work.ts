import { ids } from "./ids.ts";
import type { Inputs } from "./input-of.ts";

/** Inputs of batches, links, activities and GraphQL. */
export const work: Pick<
  Inputs,
  | "applyOperations"
  | "applyOperationsInBackground"
  | "getBackgroundOperations"
  | "listLinkTypes"
  | "createLink"
  | "deleteLink"
  | "createActivity"
  | "updateActivity"
  | "deleteActivity"
  | "queryGraphql"
> = {
  applyOperations: {
    project_name: "harbour_short",
    body: {
      operations: [
        {
          id: ids.batchItem,
          type: "create",
          entityType: "version",
          entityId: ids.renderVersion3,
          data: { version: 3, productId: ids.renderMain },
        },
        {
          type: "update",
          entityType: "folder",
          entityId: ids.sh010,
          data: { label: "Häfen 010", attrib: { frameEnd: 1096 } },
        },
        { type: "delete", entityType: "task", entityId: ids.modeling, force: true },
      ],
      canFail: true,
      waitForEvents: true,
    },
  },
  applyOperationsInBackground: {
    project_name: "harbour_short",
    body: {
      operations: [
        {
          type: "update",
          entityType: "folder",
          entityId: ids.sh010,
          data: { label: "Shot 010" },
        },
      ],
    },
  },
  getBackgroundOperations: { project_name: "harbour_short", task_id: ids.batch },
  listLinkTypes: { project_name: "harbour_short" },
  createLink: {
    project_name: "harbour_short",
    body: {
      input: ids.modelVersion1,
      output: ids.renderVersion1,
      linkType: "generative|version|version",
      name: "buoy & waves",
      data: { count: 3 },
    },
  },
  deleteLink: { project_name: "harbour_short", link_id: ids.link },
  createActivity: {
    project_name: "harbour_short",
    entity_type: "version",
    entity_id: ids.renderVersion2,
    body: {
      activityType: "comment",
      body: "[Producer](user:producer), höhere Wellen:\n- [ ] buoy",
      files: [ids.file],
      data: { frame: 1012 },
    },
  },
  updateActivity: {
    project_name: "harbour_short",
    activity_id: ids.activity,
    body: { body: "- [x] buoy", files: [ids.file], appendFiles: true, tags: null },
  },
  deleteActivity: { project_name: "harbour_short", activity_id: ids.activity },
  queryGraphql: {
    body: {
      query:
        "query Shots($project: String!, $types: [String!]) { project(name: $project) { folders(folderTypes: $types) { edges { node { id path } } pageInfo { endCursor hasNextPage } } } }",
      variables: { project: "harbour_short", types: ["Shot", "Häfen"] },
      operationName: "Shots",
    },
  },
};
