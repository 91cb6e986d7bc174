import type { OperationTable, Schema } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import type { RequestExample } from "../document/law-document.ts";
import { pointerParts, readPointer, writePointer } from "../document/pointer.ts";
import { isObject } from "../document/shapes.ts";
import type { LawContext } from "../law-context.ts";
import type { WorldEntity } from "../world.ts";
import { arbitraryOf } from "./arbitrary-of.ts";
import { chooseCast, keyOf, type Population } from "./cast.ts";
import { freshText } from "./fresh-text.ts";
import { referencesOf, sentRef } from "./references.ts";
import type { DraftBody, RequestDraft } from "./request-draft.ts";
import { sampleBytes } from "./sample-bytes.ts";
import { schemaOfRef } from "./schema-of-ref.ts";

/** What a draft is derived from. */
export interface DraftSource {
  readonly population: Population;
  /** Body to begin with. @default the first example of the document */
  readonly example?: RequestExample | undefined;
  /** Entities that must be taken, by type. */
  readonly given?: ReadonlyMap<string, WorldEntity>;
  /** Differs in each draft of a world: it is added to what must be unique. */
  readonly number: number;
}

/** A draft, or the type of which the world has no entity that fits. */
export type Derived = { readonly draft: RequestDraft } | { readonly missing: string };

/**
 * A valid request of an operation: its example of the document, with ids of entities that exist and belong together, and
 * new values for what must be unique.
 */
export function deriveDraft(operation: OperationTable, context: LawContext, source: DraftSource): Derived {
  const { tables, document } = context;
  const example = source.example ?? document.requestExamples.get(operation.id)?.[0];
  const references = referencesOf(operation, tables, context.shapes);
  const base: RequestDraft = { path: {}, query: {}, header: {}, ...bodyOf(operation, example, context) };
  const asked = [...references].filter(([ref]) => isNeeded(ref, operation, base));
  const preferred = new Map<string, unknown[]>();
  for (const [ref, { type, pointer }] of asked) {
    const value = readRef(base, ref);
    if (value !== undefined && pointer === tables.resources[type]?.key.pointer)
      preferred.set(type, [...(preferred.get(type) ?? []), ...[value].flat()]);
  }
  const population = new Map(source.population);
  for (const [type, entity] of source.given ?? []) population.set(type, [entity]);
  // A list is asked for where it has something.
  const listed = operation.resource?.action === "list" ? [operation.resource.type] : [];
  const cast = chooseCast([...listed, ...asked.map(([, { type }]) => type)], population, tables, preferred);
  let draft = base;
  for (const [ref, { type, pointer, list }] of asked) {
    const entity = cast.get(type);
    if (entity === undefined) return { missing: type };
    const old = readRef(base, ref);
    const value = readPointer(entity, pointer);
    const known = (one: unknown): boolean =>
      (population.get(type) ?? []).some((other) => keyOf(tables, type, other) === one);
    if (list) draft = writeRef(draft, ref, Array.isArray(old) && old.every(known) ? old : [value]);
    else if (value !== undefined) draft = writeRef(draft, ref, value);
  }
  const whole = withUsual(operation, withRequired(operation, draft, context), context);
  return { draft: withUniqueValues(operation, whole, context, source.number) };
}

/** The value of a request that a ParamRef names. */
export function readRef(draft: RequestDraft, ref: string): unknown {
  if (ref === "body" || ref.startsWith("body/")) return readPointer(draft.body?.value, ref.slice(4));
  const [place, name] = splitRef(ref);
  return draft[place][name];
}

/** The draft with another value where a ParamRef points; undefined takes it out. */
export function writeRef(draft: RequestDraft, ref: string, value: unknown): RequestDraft {
  if (ref === "body" || ref.startsWith("body/")) {
    if (draft.body === undefined) return draft;
    return { ...draft, body: { ...draft.body, value: writePointer(draft.body.value, ref.slice(4), value) } };
  }
  const [place, name] = splitRef(ref);
  return { ...draft, [place]: { ...draft[place], [name]: value } };
}

function splitRef(ref: string): ["path" | "query" | "header", string] {
  const dot = ref.indexOf(".");
  return [ref.slice(0, dot) as "path", ref.slice(dot + 1)];
}

/** Whether a reference must be filled in: required parameters, and what the body has or must have. */
function isNeeded(ref: string, operation: OperationTable, base: RequestDraft): boolean {
  if (ref.startsWith("body")) return readRef(base, ref) !== undefined;
  const [place, name] = splitRef(ref);
  return operation.parameters.some((one) => one.in === place && one.name === name && one.required);
}

function bodyOf(
  operation: OperationTable,
  example: RequestExample | undefined,
  context: LawContext,
): { body?: DraftBody } {
  const { body } = operation;
  const [mediaType, media] =
    Object.entries(body?.content ?? {}).find(([key]) => key === example?.mediaType) ??
    Object.entries(body?.content ?? {})[0] ??
    [];
  if (body === undefined || mediaType === undefined || media === undefined) return {};
  if (example === undefined && !body.required) return {};
  const value = example === undefined ? sample(media.schema, context) : example.value;
  return { body: { mediaType, value: withFiles(value, mediaType, media.schema, context) } };
}

/** Texts that stand for bytes become files. */
function withFiles(value: unknown, mediaType: string, schema: Schema, { shapes }: LawContext): unknown {
  if (/[/+]json\b/.test(mediaType)) return value;
  const isBinary = (one: unknown): boolean => {
    const { format, contentMediaType, contentEncoding } = shapes.resolve(one);
    return format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined);
  };
  if (!isObject(value)) return sampleBytes(mediaType, String(value));
  const name = typeof value.name === "string" ? value.name : "file.txt";
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) =>
      isBinary(shapes.property(schema, key)) ? [key, new File([String(field)], name)] : [key, field],
    ),
  );
}

/** Required parameters that no entity gives get a value that their schema allows. */
function withRequired(operation: OperationTable, draft: RequestDraft, context: LawContext): RequestDraft {
  let filled = draft;
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (!required || filled[place][name] !== undefined) continue;
    const declared = context.shapes.resolve(schema);
    const made = () => (place === "header" ? sampleHeader(schema, context) : sample(schema, context));
    const value = declared.default ?? [declared.examples].flat()[0] ?? made();
    filled = writeRef(filled, `${place}.${name}`, value);
  }
  return filled;
}

/** Optional parameters that every request has get their value. */
function withUsual(operation: OperationTable, draft: RequestDraft, { parameters }: LawContext): RequestDraft {
  let filled = draft;
  for (const { name, in: place } of operation.parameters) {
    const ref = `${place}.${name}`;
    if (readRef(filled, ref) === undefined && Object.hasOwn(parameters, ref))
      filled = writeRef(filled, ref, parameters[ref]);
  }
  return filled;
}

/** Gives the texts of a new entity that must be unique, and a key that the request chooses or may choose, new values. */
function withUniqueValues(
  operation: OperationTable,
  draft: RequestDraft,
  context: LawContext,
  number: number,
): RequestDraft {
  const { resource: use } = operation;
  if (use?.action !== "create") return draft;
  const { unique = [], key } = context.tables.resources[use.type] ?? {};
  const pointers = unique.flatMap((rule) => rule.pointers);
  if (key !== undefined) pointers.push(key.pointer);
  let changed = draft;
  for (const pointer of new Set(pointers)) {
    const ref = sentRef(use, pointer, context.tables);
    const value = readRef(changed, ref);
    const isReference = referencesOf(operation, context.tables, context.shapes).has(ref);
    if (typeof value !== "string" || isReference || Object.hasOwn(context.parameters, ref)) continue;
    const schema = schemaOfRef(operation, ref, context.shapes, draft.body?.mediaType);
    changed = writeRef(changed, ref, freshText(value, number, schema, context.shapes));
  }
  return changed;
}

/** One value of a schema, always the same for a seed. */
function sample(schema: Schema, { shapes, seed }: LawContext): unknown {
  const [value] = fc.sample(arbitraryOf(schema, shapes, { requiredOnly: true }), { seed, numRuns: 1 });
  return value;
}

/** One value of a schema that a header can carry: printable ASCII without space at its ends. */
function sampleHeader(schema: Schema, { shapes, seed }: LawContext): unknown {
  if (shapes.isValid(schema, "some-text")) return "some-text";
  const values = fc.sample(arbitraryOf(schema, shapes, { requiredOnly: true }), { seed, numRuns: 100 });
  return values.find((value) => /^[!-~]([ -~]*[!-~])?$/.test(String(value)));
}

/** The last part of a pointer. */
export function memberName(pointer: string): string {
  return pointerParts(pointer).at(-1) ?? "";
}
