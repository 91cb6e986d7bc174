import type { Schema } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import type { Shapes } from "../document/shapes.ts";
import { arbitraryOf } from "./arbitrary-of.ts";

/**
 * A text that a schema allows and that differs from another by a number; where no place for a number is allowed, one
 * that is made from the schema with the number as its seed.
 */
export function freshText(value: string, number: number, schema: Schema, shapes: Shapes): string {
  const endings = ["-", "_", " ", ""].map((sign) => `${sign}${number}`);
  const { maxLength = Number.POSITIVE_INFINITY } = shapes.resolve(schema);
  const numbered = endings.map(
    (ending) => `${value.slice(0, Math.max(0, Number(maxLength) - ending.length))}${ending}`,
  );
  const allowed = numbered.find((text) => shapes.isValid(schema, text));
  return allowed ?? madeText(value, number, schema, shapes) ?? `${value}-${number}`;
}

/** One of the texts among the values of a schema; in small letters where the known one is, as servers may write it so. */
function madeText(known: string, seed: number, schema: Schema, shapes: Shapes): string | undefined {
  const values = fc.sample(arbitraryOf(schema, shapes), { seed, numRuns: 20 });
  const texts = values.filter((value): value is string => typeof value === "string");
  const small = known === known.toLowerCase() ? texts.map((text) => text.toLowerCase()) : texts;
  return [...small, ...texts].find((text) => text !== "" && text !== known && shapes.isValid(schema, text));
}
