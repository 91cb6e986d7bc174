import type * as operations from "../../src/generated/operations.ts";

/** An input for every operation. */
export type Inputs = {
  [Id in keyof typeof operations]: Parameters<(typeof operations)[Id]>[1];
};
