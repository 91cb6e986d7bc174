import type { BundledBehaviors, BundledDocument } from "../../src/document.ts";

const body = (value: unknown) => ({ content: { "application/json": { examples: { one: { value } } } } });

/** As much of the archive's document as its tables leave out: request examples, and a job that gives nothing. */
export const archiveDocument: BundledDocument = {
  paths: {
    "/api/desk": { post: { operationId: "openDesk", requestBody: body({ name: "A reader of letters" }) } },
    "/api/stamps/{stampId}": { put: { operationId: "putStamp", requestBody: body({ title: "Blue two" }) } },
    "/api/drawers/{drawerId}/letters": {
      post: { operationId: "fileLetter", requestBody: body({ subject: "Thanks for a gift" }) },
    },
    "/api/gifts": { post: { operationId: "giveGift", requestBody: body({ giver: "A neighbour", year: 1820 }) } },
    "/api/cleanings": { post: { operationId: "startCleaning", "x-job": "cleaning" } },
  } as BundledDocument["paths"],
  "x-behaviors": { jobs: { cleaning: { states: { clean: { end: "success" } } } } } as BundledBehaviors,
};
