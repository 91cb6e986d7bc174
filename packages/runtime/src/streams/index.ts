export { asLines } from "./as-lines.ts";
export { type FollowOptions, type FollowRules, followLines } from "./follow-lines.ts";
export {
  type StreamableFunction,
  type StreamFunction,
  streamableOperation,
  streamOperation,
} from "./stream-operation.ts";
export type { StreamResult } from "./stream-result.ts";
