import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";

/**
 * What names a job across processes: its name, the operation whose `.wait` it was, its id, when it began, and the other
 * parameters that its status operation needs.
 */
export type JobToken = [
  job: string | undefined,
  operation: string,
  id: string | number,
  startedAt: number,
  place?: object,
];

/** Writes a token: JSON, percent-encoded because base64 takes no character above U+00FF, and without `~` base64url. */
export function writeToken(token: JobToken): string {
  return btoa(encodeURIComponent(JSON.stringify(token)).replaceAll("~", "%7E")).replaceAll("=", "");
}

/**
 * Reads a token.
 * @throws {RequestError} It is none, or that of another operation.
 */
export function readToken(call: Call, job: string | undefined, text: string): JobToken {
  try {
    const token = JSON.parse(decodeURIComponent(atob(text)));
    if (token[0] === (job ?? null) && token[1] === call.target.id && /^(string|number)$/.test(typeof token[2]))
      return token;
  } catch {}
  throw new RequestError(call, "no token of this job; give what its serialize() gave");
}
