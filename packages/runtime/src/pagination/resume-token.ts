import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";

/**
 * What a walk goes on with, as one opaque word for URLs and files: the operation and a position, and nothing of the
 * input or the credentials.
 */
export function resumeToken(call: Call, position: unknown): string {
  // Percent-encoded, because base64 takes no character above U+00FF; without `~` it is base64url as it stands.
  const text = encodeURIComponent(JSON.stringify([call.target.id, position])).replaceAll("~", "%7E");
  return btoa(text).replaceAll("=", "");
}

/**
 * The position of a token.
 * @throws {RequestError} It is no token of this operation.
 */
export function resumePosition(call: Call, token: string): unknown {
  try {
    const [id, position] = JSON.parse(decodeURIComponent(atob(token)));
    if (id === call.target.id) return position;
  } catch {}
  throw new RequestError(call, "from must be the next of a page of this list");
}
