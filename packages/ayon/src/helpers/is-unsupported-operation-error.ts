import { isApiError } from "@fairlead/runtime";

/**
 * Whether the server has no such operation, as an older one may: it answers an unknown path with a 404 that repeats the
 * path, and an unknown method of a known path with 405. A 404 for something that does not exist is no such error.
 */
export function isUnsupportedOperationError(error: unknown): boolean {
  if (!isApiError(error)) return false;
  const { status, body } = error;
  return status === 405 || (status === 404 && typeof Object(body).path === "string");
}
