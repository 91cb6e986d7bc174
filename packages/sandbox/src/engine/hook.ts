import type { WebhookHook } from "../webhooks/webhook-hook.ts";
import type { Answer } from "./answer.ts";
import type { Call, OperationShape } from "./call.ts";

/**
 * Logic of one operation that nothing can declare. It runs after authentication, quota and validation of the request.
 * @param next - What the declarations alone would answer; a hook may change `call.body` first, or the answer after.
 * @throws {Refusal} To answer with an error.
 */
export type Hook<Shape extends OperationShape = OperationShape> = (
  call: Call<Shape>,
  next: () => Promise<Answer>,
) => Answer | Promise<Answer>;

/** What a job of one starting operation is, beyond its states. */
export interface JobHook<Shape extends OperationShape = OperationShape> {
  /**
   * The members of the new job beyond id, state and times.
   * @throws {Refusal} To start no job and answer with an error.
   */
  start(call: Call<Shape>): Promise<Members> | Members;
  /** The members that change when the job ends well, from its members so far. */
  finish(job: Members, context: JobContext): Promise<Members> | Members;
  /** The members that change when the job fails, besides its state and message. */
  fail?(job: Members, context: JobContext): Members;
}

/** What a job has at hand when it ends: the call that noticed it, whatever its operation. */
export type JobContext = Pick<Call, "store" | "files" | "clock" | "random" | "origin" | "timestamp">;

/** Members of an entity by name. */
export interface Members {
  readonly [name: string]: unknown;
}

/** Hooks of an API by operationId. */
export interface Hooks {
  readonly operations?: { readonly [operationId: string]: Hook<never> };
  readonly jobs?: { readonly [operationId: string]: JobHook<never> };
  /** What receivers are told, where the document says that somebody is. */
  readonly webhooks?: WebhookHook;
}
