/** One text that a program could show. */
export interface Sink {
  /** Where it is, for the message of a failure; never a part of the text. */
  readonly place: string;
  /** What stands there. */
  readonly text: string;
}

/** Node's `inspect`; where there is none, what its custom method would give. */
type Inspect = (value: unknown, options: { depth: number; showHidden?: boolean; customInspect?: boolean }) => string;

interface NodeGlobals {
  readonly process?: { readonly getBuiltinModule?: (name: string) => { readonly inspect: Inspect } | undefined };
}

/** Deeper than errors of any runtime nest their causes, and an end where one is its own cause. */
const MAX_CAUSES = 9;

/** All texts that a program could make of a value: as text, as JSON, inspected, and the parts of an error. */
export function sinksOf(place: string, value: unknown): Sink[] {
  const sinks: Sink[] = [];
  const add = (name: string, text: () => unknown) => {
    const shown = attempt(text);
    if (shown) sinks.push({ place: `${name} of ${place}`, text: shown });
  };
  if (typeof value === "string") return [{ place, text: value }];
  add("String()", () => value);
  add("JSON", () => JSON.stringify(value));
  const inspect = (globalThis as NodeGlobals).process?.getBuiltinModule?.("node:util")?.inspect;
  const custom = Object(value)[Symbol.for("nodejs.util.inspect.custom")] as unknown;
  if (inspect) {
    add("inspect()", () => inspect(value, { depth: MAX_CAUSES }));
    // What Node prints of an error that nobody catches.
    add("the uncaught form", () => inspect(value, { depth: MAX_CAUSES, customInspect: false }));
  } else if (typeof custom === "function") add("inspect()", () => custom.call(value, MAX_CAUSES, {}));
  const { meta, error } = Object(value) as { meta?: unknown; error?: unknown };
  if (meta) add("meta", () => JSON.stringify(meta));
  if (error instanceof Error) sinks.push(...errorSinks(`error of ${place}`, error, 0));
  if (value instanceof Error) sinks.push(...errorSinks(place, value, 0));
  return sinks;
}

function errorSinks(place: string, error: Error, depth: number): Sink[] {
  const { errors } = error as { errors?: unknown };
  const texts: [string, () => unknown][] = [
    ["message", () => error.message],
    ["stack", () => error.stack],
  ];
  const own = texts.map(([name, text]) => ({ place: `${name} of ${place}`, text: attempt(text) ?? "" }));
  if (depth === MAX_CAUSES) return own;
  const nested = [error.cause, ...(Array.isArray(errors) ? errors : [])].flatMap((cause) => {
    if (cause instanceof Error) return errorSinks(`cause of ${place}`, cause, depth + 1);
    return cause === undefined ? [] : [{ place: `cause of ${place}`, text: attempt(() => cause) ?? "" }];
  });
  return [...own, ...nested];
}

/** What a reader of logs could turn back into a secret. */
export function formsOf(secret: string): readonly string[] {
  const utf8 = String.fromCharCode(...new TextEncoder().encode(secret));
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    ...new Set([
      secret,
      json,
      // A text that was JSON already when it was put into JSON or inspected.
      JSON.stringify(json).slice(1, -1),
      json.replaceAll('\\"', '"').replaceAll("'", "\\'"),
      encodeURIComponent(secret),
      new URLSearchParams([["", secret]]).toString().slice(1),
      btoa(utf8).replace(/=+$/, ""),
    ]),
  ];
}

/** A text, or nothing where making it throws, as that of a cycle does. */
function attempt(text: () => unknown): string | undefined {
  try {
    const value = text();
    return value === undefined ? undefined : String(value);
  } catch {
    return undefined;
  }
}
