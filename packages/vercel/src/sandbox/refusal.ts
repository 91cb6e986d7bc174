import { type Answer, Refusal } from "@fairlead/sandbox";

/** Members of an error beside its code and its text, such as `missing` or `invalidToken`. */
export type ErrorExtras = Readonly<Record<string, unknown>>;

/**
 * An error answer with a code of its own, for where a hook returns.
 * @param status - 400 to 599.
 * @param message - What is wrong, for people.
 */
export function vercelError(status: number, code: string, message: string, extras: ErrorExtras = {}): Answer {
  return { status, json: { error: { code, message, ...extras } } };
}

/**
 * The same error to throw, for where something deep down refuses or the start of a job does.
 * @param status - 400 to 599.
 * @param message - What is wrong, for people.
 */
export function vercelRefusal(status: number, code: string, message: string, extras: ErrorExtras = {}): Refusal {
  // The whole error: other members of the document's example, such as `invalidToken`, say what is not so here.
  return new Refusal(status, message, { members: { "/error": { code, message, ...extras } } });
}
