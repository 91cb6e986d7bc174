import type { OperationFacts } from "@fairlead/contract";
import type { components } from "../../src/index.ts";

export type { BoundFacts as Bound, StandaloneFacts as Standalone } from "@fairlead/contract";

/** What the types of an operation of Vercel must say. */
export type Facts<Input, Data, Ok extends number, Bad extends number, Special = Record<never, never>> = OperationFacts<
  Input,
  Data,
  Ok,
  Bad,
  components["schemas"]["Error"],
  Special
>;
