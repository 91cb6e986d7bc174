import type { Random } from "../session/random.ts";
import type { ResourceTable } from "../tables/tables.ts";

/**
 * A key for a new entity, in the form that its type declares.
 * @param name - Names the random value: the same name gives the same key.
 * @param nextKey - The next number of a sequence.
 * @returns Undefined where the request has to bring the key.
 */
export function newKey(
  { key }: ResourceTable,
  random: Random,
  name: string,
  nextKey: number,
): string | number | undefined {
  if (key.generate === "sequence") return nextKey;
  const text = randomKey(key, random, name);
  return text === undefined ? undefined : `${key.prefix ?? ""}${text}`;
}

function randomKey({ generate, length = 24 }: ResourceTable["key"], random: Random, name: string): string | undefined {
  if (generate === "uuid") return random.uuid(name);
  if (generate === "hex") return random.hex(name, length);
  if (generate === "token") return random.token(name, length);
  return undefined;
}
