import { type BundledDocument, operationsOf } from "../../document.ts";
import { isObject } from "../document/shapes.ts";

/** The pace of the polls of a job, in milliseconds; each pause is `factor` times the one before, at most `maxMs`. */
export interface Pace {
  readonly everyMs: number;
  readonly factor: number;
  readonly maxMs: number;
  readonly timeoutMs: number;
}

/** What the document declares of one operation and the sandbox's tables leave out. */
export interface Declared {
  /** Whether redirects may lead to any host; else none is followed. */
  readonly redirects: "any" | "none";
  /** Whether a request that may have had its effect is sent again. */
  readonly repeatable: boolean;
  /** The largest page that may be asked for, in items. */
  readonly pageMax: number | undefined;
  /** The pace of the job that the operation starts. */
  readonly pace: Pace | undefined;
}

/** {@link Declared} by operationId. */
export type Declarations = ReadonlyMap<string, Declared>;

/** Reads what a client must know of its server, straight from the bundle: not the way that generated rows were made. */
export function readDeclarations(document: BundledDocument): Declarations {
  const behaviors = (document as { "x-behaviors"?: unknown })["x-behaviors"];
  const definition = (kind: string, name: unknown): Record<string, unknown> => {
    const kinds = isObject(behaviors) ? behaviors[kind] : undefined;
    const found = isObject(kinds) ? kinds[String(name)] : undefined;
    return isObject(found) ? found : {};
  };
  const methods = new Map<string, string>();
  for (const item of Object.values(document.paths)) {
    for (const [method, { operationId }] of Object.entries(item)) if (operationId) methods.set(operationId, method);
  }
  return new Map(
    [...operationsOf(document)].map(([id, operation]) => {
      const keys = operation as Readonly<Record<string, unknown>>;
      const merged = (key: string, kind: string): Record<string, unknown> => {
        const own = keys[key];
        return isObject(own) ? { ...definition(kind, own.use), ...own } : definition(kind, own);
      };
      const { size } = merged("x-pagination", "pagination");
      const { poll } = merged("x-job", "jobs");
      const repeatable = keys["x-idempotent"] ?? !["post", "patch"].includes(methods.get(id) ?? "");
      const redirects = [keys["x-redirect-hosts"]].flat().includes("any") ? ("any" as const) : ("none" as const);
      const pageMax = isObject(size) && typeof size.max === "number" ? size.max : undefined;
      return [id, { redirects, repeatable: repeatable !== false, pageMax, pace: paceOf(poll) }];
    }),
  );
}

function paceOf(poll: unknown): Pace | undefined {
  if (!isObject(poll)) return undefined;
  const { every, factor, max, timeout } = poll;
  return { everyMs: msOf(every), factor: Number(factor), maxMs: msOf(max), timeoutMs: msOf(timeout) };
}

/** Milliseconds of an ISO 8601 duration; NaN where it is none. */
function msOf(duration: unknown): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(String(duration)) ?? [undefined, Number.NaN];
  return Math.round(((Number(days) * 24 + Number(hours)) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}
