import type { LawClient } from "./law-client.ts";
import type { RequestDraft } from "./request-draft.ts";

/**
 * Makes what can't be derived of a valid request, such as the parts of an upload that storage has seen. The members it
 * gives replace those of the derived draft.
 * @param derived - The draft without it.
 */
export type RequestMaker = (
  client: LawClient,
  derived: RequestDraft,
) => Partial<RequestDraft> | Promise<Partial<RequestDraft>>;

/** Makers by operationId. */
export type RequestMakers = Readonly<Record<string, RequestMaker>>;
