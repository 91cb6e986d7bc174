export { isWaiterAbortedError, WaiterAbortedError } from "../errors/waiter/waiter-aborted-error.ts";
export { isWaiterError, WaiterError, type WaiterErrorFacts } from "../errors/waiter/waiter-error.ts";
export { isWaiterFailedError, WaiterFailedError } from "../errors/waiter/waiter-failed-error.ts";
export { isWaiterTimeoutError, WaiterTimeoutError } from "../errors/waiter/waiter-timeout-error.ts";
export { type Acceptance, defineWaiter, type Waiter, type WaiterDefinition } from "./define-waiter.ts";
export type { CancellableJob, Job, Watch } from "./job.ts";
export { type JobCode, jobOperation } from "./job-operation.ts";
export { type WaitDefinition, type WaitFunction, waitFunction } from "./wait-function.ts";
export type { WaitOptions, WaitProgress } from "./wait-options.ts";
