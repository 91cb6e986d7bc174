import { ids } from "../inputs/ids.ts";
import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of batches, links, activities and GraphQL. */
export const work: Record<string, Expected> = {
  applyOperations: {
    call: (ay) => ay.operations.apply(inputs.applyOperations),
    method: "POST",
    url: "/api/projects/harbour_short/operations",
    ...json({
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
    }),
  },
  applyOperationsInBackground: {
    call: (ay) => ay.operations.applyInBackground(inputs.applyOperationsInBackground),
    method: "POST",
    url: "/api/projects/harbour_short/operations/background",
    ...json({
      operations: [
        {
          type: "update",
          entityType: "folder",
          entityId: ids.sh010,
          data: { label: "Shot 010" },
        },
      ],
    }),
  },
  getBackgroundOperations: {
    call: (ay) => ay.operations.getBackground(inputs.getBackgroundOperations),
    method: "GET",
    url: `/api/projects/harbour_short/operations/background/${ids.batch}`,
  },
  listLinkTypes: {
    call: (ay) => ay.links.listTypes(inputs.listLinkTypes),
    method: "GET",
    url: "/api/projects/harbour_short/links/types",
  },
  createLink: {
    call: (ay) => ay.links.create(inputs.createLink),
    method: "POST",
    url: "/api/projects/harbour_short/links",
    ...json({
      input: ids.modelVersion1,
      output: ids.renderVersion1,
      linkType: "generative|version|version",
      name: "buoy & waves",
      data: { count: 3 },
    }),
  },
  deleteLink: {
    call: (ay) => ay.links.delete(inputs.deleteLink),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/links/${ids.link}`,
  },
  createActivity: {
    call: (ay) => ay.activities.create(inputs.createActivity),
    method: "POST",
    url: `/api/projects/harbour_short/version/${ids.renderVersion2}/activities`,
    ...json({
      activityType: "comment",
      body: "[Producer](user:producer), höhere Wellen:\n- [ ] buoy",
      files: [ids.file],
      data: { frame: 1012 },
    }),
  },
  updateActivity: {
    call: (ay) => ay.activities.update(inputs.updateActivity),
    accept: "*/*",
    method: "PATCH",
    url: `/api/projects/harbour_short/activities/${ids.activity}`,
    ...json({ body: "- [x] buoy", files: [ids.file], appendFiles: true, tags: null }),
  },
  deleteActivity: {
    call: (ay) => ay.activities.delete(inputs.deleteActivity),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/activities/${ids.activity}`,
  },
  queryGraphql: {
    call: (ay) => ay.graphql.query(inputs.queryGraphql),
    method: "POST",
    url: "/graphql",
    ...json({
      query:
        "query Shots($project: String!, $types: [String!]) { project(name: $project) { folders(folderTypes: $types) { edges { node { id path } } pageInfo { endCursor hasNextPage } } } }",
      variables: { project: "harbour_short", types: ["Shot", "Häfen"] },
      operationName: "Shots",
    }),
  },
};
