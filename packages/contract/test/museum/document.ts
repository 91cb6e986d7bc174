import type { BundledDocument } from "../../src/document.ts";

const body = (type: string, examples: Record<string, unknown>) => ({
  content: {
    [type]: { examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])) },
  },
});

/** As much of the museum's document as its tables leave out: request examples, and what a job gives. */
export const museumDocument: BundledDocument = {
  paths: {
    "/api/wings/{wingId}/exhibits": {
      post: {
        operationId: "createExhibit",
        requestBody: body("application/json", {
          newExhibit: { title: "Jet", year: 1820, room: "south" },
          newExhibitShort: { title: "Opal", year: 0 },
        }),
      },
    },
    "/api/wings/{wingId}/exhibits/{exhibitId}": {
      patch: {
        operationId: "updateExhibit",
        requestBody: body("application/json", {
          exhibitRenamed: { title: "Black jet" },
          exhibitMoved: { room: "north" },
        }),
      },
    },
    "/api/visits": {
      post: {
        operationId: "createVisit",
        requestBody: body("multipart/form-data", {
          newVisit: { exhibitId: 7, name: "school class", children: true, secret: "open sesame", ticket: "bytes" },
          newVisitShort: { exhibitId: 7, name: "couple" },
        }),
      },
    },
    "/api/wings/{wingId}/catalogue": {
      post: { operationId: "printCatalogue", "x-job": { use: "print", result: "/file", resultKind: "file" } },
    },
  } as BundledDocument["paths"],
};
