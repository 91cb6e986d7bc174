import { validate } from "./validate.ts";
import { type Behaviors, behaviorsSchema } from "./vocabulary/behaviors.ts";

/**
 * The root block `x-behaviors` of a bundle.
 * @throws {Error} It is missing or breaks its schema: the bundle was not linted.
 */
export function readBehaviors(document: object): Behaviors {
  const block = (document as { readonly "x-behaviors"?: unknown })["x-behaviors"];
  if (block === undefined) throw new Error("There is no x-behaviors at the root. Lint the document.");
  const broken = validate(behaviorsSchema, block)[0];
  if (broken === undefined) return block as Behaviors;
  throw new Error(`${["x-behaviors", ...broken.path].join("/")} ${broken.message}. Lint the document.`);
}
