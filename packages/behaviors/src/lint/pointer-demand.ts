import type { Location } from "./redocly-types.ts";
import type { Report } from "./rule.ts";
import { type JsonType, resolvePointer } from "./schema-pointer.ts";
import type { Spot } from "./spot.ts";

/** Whose answer a pointer reads, and what must stand there; no types means any. */
export interface Demand {
  readonly what: string;
  readonly pointer: unknown;
  readonly types?: readonly JsonType[];
  /** Whether an array on the way stands for all of its items. */
  readonly throughItems?: boolean;
  readonly at: Location;
}

/** Reports a pointer that leads nowhere in one of the schemas, or to a wrong type there. */
export function demand(
  { what, pointer, types, throughItems, at }: Demand,
  schemas: readonly Spot[],
  report: Report,
): void {
  if (typeof pointer !== "string") return;
  if (schemas.length === 0) report(`${what}: there is no JSON body that ${quote(pointer)} could lead into.`, at);
  for (const schema of schemas) {
    const target = resolvePointer(schema, pointer, throughItems);
    if (!target.exists) report(`${what}: the schema has nothing at ${quote(pointer)}.`, at);
    else if (types !== undefined && target.types.size > 0 && !types.some((type) => target.types.has(type))) {
      report(
        `${what}: ${quote(pointer)} leads to ${[...target.types].join(" or ")}, not to ${types.join(" or ")}.`,
        at,
      );
    }
  }
}

/** As {@link demand}, but one schema that has the place is enough. */
export function demandAny(wanted: Demand, schemas: readonly Spot[], report: Report): void {
  const having = schemas.filter((schema) => resolvePointer(schema, String(wanted.pointer), wanted.throughItems).exists);
  demand(wanted, having.length > 0 ? having : schemas.slice(0, 1), report);
}

function quote(pointer: string): string {
  return pointer === "" ? "the whole body" : pointer;
}
