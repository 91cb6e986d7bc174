import { isApiError } from "@fairlead/runtime";

/**
 * Whether what should be made or renamed is there already. AYON tells of that with a 409, but of some duplicates, such as
 * those of bundles, with a 500 that has `code: 409` in its body. A 409 says no more than that there is a conflict, so it
 * counts, unless something was to be deleted: then it is in use.
 */
export function isDuplicateError(error: unknown): boolean {
  if (!isApiError(error)) return false;
  const { status, body, method } = error;
  // The database also refuses references to what does not exist, in the same form and under another name.
  const { code, error: kind = "unique-violation" } = Object(body);
  return method !== "DELETE" && (status === 409 || (status === 500 && code === 409 && kind === "unique-violation"));
}
