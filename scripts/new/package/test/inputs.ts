import type * as operations from "../src/operations.ts";

/** The operations that take an input. */
type Inputs = {
  [Id in Exclude<keyof typeof operations, "createAcmeCore">]: Parameters<(typeof operations)[Id]>[1];
};

/** One valid input for every operation, as a user would write it. */
export const inputs: Inputs = {
  listThings: { limit: 2 },
  getThing: { id: 7 },
};
