import type { LiveCall } from "../engine/live-call.ts";
import { readPointer } from "../pointer.ts";
import type { ParamRef } from "../tables/tables.ts";

/** The value of the request that a reference names; undefined where it has none. */
export function readParam(call: Pick<LiveCall, "path" | "query" | "header" | "body">, ref: ParamRef): unknown {
  if (ref.startsWith("body")) return readPointer(call.body, ref.slice("body".length));
  const dot = ref.indexOf(".");
  const place = ref.slice(0, dot);
  const name = ref.slice(dot + 1);
  if (place !== "path" && place !== "query" && place !== "header")
    throw new RangeError(`${JSON.stringify(ref)} names no value of a request`);
  const values: Readonly<Record<string, unknown>> = call[place];
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
