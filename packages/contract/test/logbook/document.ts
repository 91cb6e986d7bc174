import type { BundledBehaviors, BundledDocument } from "../../src/document.ts";

const body = (value: unknown) => ({ content: { "application/json": { examples: { one: { value } } } } });

/** As much of the logbook's document as its tables leave out: the request examples. */
export const logbookDocument: BundledDocument = {
  paths: {
    "/v1/entries": { post: { operationId: "writeEntry", requestBody: body({ title: "Swell", wind: "west" }) } },
  } as BundledDocument["paths"],
  "x-behaviors": {} as BundledBehaviors,
};
