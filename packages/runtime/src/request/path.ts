import type { Call } from "../call.ts";
import { UnsafePathError } from "../errors/request/unsafe-path-error.ts";

/** An empty or a dot segment before the end, or a character that ends a path or stands for a slash in it. */
const UNSAFE_PATH = /\/(\.|%(25)*2e){1,2}(\/|$)|\/\/|[\\?#\p{Cc}]/iu;

/**
 * Checks one value of a path.
 * @throws {UnsafePathError} The value is empty, a dot segment, or has a slash, a backslash or a control character.
 */
export function checkPathValue(call: Call, name: string, value: string): void {
  // Percent-encoded forms count, encoded several times too, because some servers decode more than once.
  if (/^(\.|%(25)*2e){0,2}$|[/\\\p{Cc}]|%(25)*(2f|5c)/iu.test(value)) {
    throw new UnsafePathError(call, `${name} must be one path segment`);
  }
}

/**
 * Checks a path that somebody wrote, or whose values share a segment: what is harmless alone may make a dot segment
 * together. A value that is a whole segment needs no more than {@link checkPathValue}.
 * @throws {UnsafePathError} The path has a dot segment, an empty segment, a backslash, `?`, `#` or a control character.
 */
export function checkPath(call: Call, path: string): void {
  if (UNSAFE_PATH.test(path))
    throw new UnsafePathError(call, "the path must not have an empty or dot segment, or one of \\ ? #");
}
