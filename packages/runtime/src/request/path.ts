import type { Call } from "../call.ts";
import { UnsafePathError } from "../errors/request/unsafe-path-error.ts";

/**
 * A value that could leave its place in the path: empty, `.` or `..`, or with a slash, a backslash or a control character
 * in it. Percent-encoded forms count, encoded several times too, because some servers decode more than once.
 */
const UNSAFE_VALUE = /^(\.|%(25)*2e){0,2}$|[/\\\p{Cc}]|%(25)*(2f|5c)/iu;

/** An empty or a dot segment before the end, or a character that ends a path or stands for a slash in it. */
const UNSAFE_PATH = /\/(\.|%(25)*2e){1,2}(\/|$)|\/\/|[\\?#\p{Cc}]/iu;

/**
 * Checks one value of a path.
 * @throws {UnsafePathError} The value is empty, a dot segment, or has a slash, a backslash or a control character.
 */
export function checkPathValue(call: Call, name: string, value: string): void {
  if (UNSAFE_VALUE.test(value)) {
    throw new UnsafePathError(call, `${name} must not be empty, . or .., nor have a slash or a control character`);
  }
}

/**
 * Checks a whole path: values that are harmless alone may make a dot segment together.
 * @throws {UnsafePathError} The path has a dot segment, an empty segment, a backslash, `?`, `#` or a control character.
 */
export function checkPath(call: Call, path: string): void {
  if (UNSAFE_PATH.test(path))
    throw new UnsafePathError(call, "the path must not have an empty or dot segment, or one of \\ ? #");
}
