import type { OperationTable, ParamRef, Schema } from "@fairlead/sandbox/tables";
import { pointerParts } from "../document/pointer.ts";
import type { Shapes } from "../document/shapes.ts";

/**
 * The schema of a value of a request; `true` where nothing is said of it.
 * @param mediaType - Of the body. @default the first that is declared
 */
export function schemaOfRef(
  { parameters, body }: OperationTable,
  ref: ParamRef,
  shapes: Shapes,
  mediaType?: string,
): Schema {
  if (ref !== "body" && !ref.startsWith("body/"))
    return parameters.find(({ in: place, name }) => `${place}.${name}` === ref)?.schema ?? true;
  const media = body?.content[mediaType ?? ""] ?? Object.values(body?.content ?? {})[0];
  return schemaAt(media?.schema, ref.slice("body".length), shapes);
}

/** The schema of the member at a JSON Pointer; `true` where nothing is said of it. */
export function schemaAt(schema: Schema | undefined, pointer: string, shapes: Shapes): Schema {
  return pointerParts(pointer).reduce<Schema | undefined>((one, name) => shapes.property(one, name), schema) ?? true;
}
