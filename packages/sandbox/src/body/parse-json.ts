import { Refusal } from "../engine/refusal.ts";
import { findJsonError } from "./find-json-error.ts";

const deepest = 500; // far above any real body, far below where recursive code runs out of stack

/**
 * The value of a JSON text.
 * @throws {Refusal} 400, it is malformed; the message tells where, and shows one character of it. Or it is nested more
 *   than 500 levels deep.
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = findJsonError(text);
    if (at === undefined) throw error; // can't be: both follow the same standard
    throw malformed(text, at);
  }
  if (isDeeper(value, deepest)) throw new Refusal(400, `The body is JSON of more than ${deepest} levels`);
  return value;
}

function malformed(text: string, at: number): Refusal {
  const lines = text.slice(0, at).split("\n");
  const place = `position ${at} (line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1})`;
  const [character] = text.slice(at, at + 2);
  const what = character === undefined ? "it ends too early" : `${JSON.stringify(character)} does not belong there`;
  return new Refusal(400, `The body is malformed JSON at ${place}: ${what}`);
}

/** Goes through the levels one after the other, because recursion is what deep values break. */
function isDeeper(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
    if (level.length === 0) return false;
  }
  return true;
}
