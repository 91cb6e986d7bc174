import type { OperationTable } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import { must } from "../broken.ts";
import { nonconformities } from "../document/judge.ts";
import { isObject } from "../document/shapes.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import { arbitraryOf } from "../requests/arbitrary-of.ts";
import { type Exchange, isDone, isSuccess } from "../requests/exchange.ts";
import { referencesOf } from "../requests/references.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import { readRef, writeRef } from "../requests/valid-draft.ts";

/** Every operation's own answer is what the document declares. */
export const conformance: Law = {
  name: "response_conformance",
  states: "status, content type, headers and body of an answer are those that the document declares",
  targets: ({ tables }) => tables.operations.map(({ id }) => id),
  async check(bench, target) {
    await bench.attempt(async () => {
      const client = await bench.open();
      const answer = await client.call(target);
      must(isDone(answer), "a valid request is not answered with success", answer);
      mustConform(answer, bench.context);
    });
  },
};

/** What the document allows is accepted: its named examples, and random values of its schemas. */
export const acceptance: Law = {
  name: "positive_data_acceptance",
  states: "each named request example, with ids that exist, and random valid data are accepted",
  targets: ({ tables }) => tables.operations.map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    for (const example of context.document.requestExamples.get(target) ?? []) {
      await bench.attempt(async () => {
        const client = await bench.open();
        const answer = await client.send(operation, await client.valid(operation, { example }));
        must(isSuccess(answer), `the example ${example.name} is not accepted`, answer);
      });
    }
    const shared = await bench.open();
    const usual = await shared.valid(operation);
    await bench.property(changesOf(operation.id, usual, context), async (changes) => {
      const client = usesUp(operation, context) ? await bench.open() : shared;
      let draft: RequestDraft = await client.valid(operation);
      for (const [ref, value] of Object.entries(changes)) draft = writeRef(draft, ref, value);
      const answer = await client.send(operation, draft);
      must(![400, 415, 422].includes(answer.status) && answer.status < 500, "valid data is refused", answer);
    });
  },
};

/** No request whatever makes the server fail. */
export const notAServerError: Law = {
  name: "not_a_server_error",
  states: "no request, however odd, is answered with a server's error, and each answer conforms",
  targets: ({ tables }) => tables.operations.map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const segment = fc.oneof(
      fc.constantFrom(":1234", "%00", "%ff", "%zz", "null", "-1", "1e400", "9007199254740993", "__proto__"),
      fc
        .string({ minLength: 1, maxLength: 30, unit: "grapheme" })
        .map(encodeURIComponent)
        .filter((text) => text !== "." && text !== ".."),
    );
    const odd = fc.record({
      segments: fc.dictionary(fc.constantFrom(...namesOf(operation.path)), segment),
      query: fc.array(
        fc.tuple(
          fc.constantFrom("limit", "skip", "sort", "order", "id", "[]", "__proto__"),
          fc.string({ maxLength: 20 }),
        ),
      ),
      body: fc.option(
        fc.oneof(fc.json(), fc.string({ maxLength: 60 }), fc.constantFrom("", "{", "[1", '{"__proto__":1}')),
      ),
      contentType: fc.constantFrom(
        ...Object.keys(operation.body?.content ?? {}),
        "application/json",
        "text/plain",
        "nonsense",
        "",
      ),
    });
    const client = await bench.open();
    await bench.property(odd, async ({ segments, query, body, contentType }) => {
      const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => segments[name] || "1");
      const search = new URLSearchParams(query).toString();
      const headers: Record<string, string> = contentType === "" ? {} : { "content-type": contentType };
      const takesBody = operation.method !== "GET" && operation.method !== "HEAD" && body !== null;
      const written = { method: operation.method, target: `${path}${search === "" ? "" : `?${search}`}`, headers };
      // A broken encoding reaches no operation that could be judged.
      const reached = isReadable(path) ? operation : undefined;
      const answer = await client.write(
        takesBody ? { ...written, body: new Blob([body], { type: contentType }) } : written,
        reached,
      );
      must(answer.status < 500, "a server's error", answer);
      mustConform(answer, context);
    });
  },
};

/** Whether a world runs out of what an operation needs: things to delete, and names that nobody has. */
function usesUp({ resource }: OperationTable, { tables }: LawContext): boolean {
  const isNamed = (tables.resources[resource?.type ?? ""]?.unique.length ?? 0) > 0;
  return resource?.action === "delete" || (resource?.action === "create" && isNamed);
}

/** Ends the case unless an answer is what the document declares. @throws {Broken} It is not. */
export function mustConform(answer: Exchange, { tables, shapes }: LawContext): void {
  const faults = nonconformities(answer, tables, shapes);
  must(faults.length === 0, faults.join("; "), answer);
}

/**
 * Random values for optional parameters and body members that name no entity, by ParamRef; each may be left as it is.
 * @param usual - A valid request: an optional parameter that it has is one that a maker had to give.
 */
function changesOf(
  operationId: string,
  usual: RequestDraft,
  context: LawContext,
): fc.Arbitrary<Record<string, unknown>> {
  const { shapes, tables, document } = context;
  const operation = context.operation(operationId);
  const references = referencesOf(operation, tables, shapes);
  const own = context.requests[operationId] !== undefined;
  const changes: Record<string, fc.Arbitrary<unknown>> = {};
  for (const { name, in: place, required, schema } of operation.parameters) {
    const ref = `${place}.${name}`;
    const isCursor = name === operation.pagination?.param && /^(last-id|until)$/.test(operation.pagination.style);
    const isFree = !required && !references.has(ref) && readRef(usual, ref) === undefined;
    if (place === "query" && isFree && !isCursor) changes[ref] = arbitraryOf(schema, shapes);
  }
  const { sort } = operation.resource ?? {};
  if (sort !== undefined) changes[sort.param] = fc.constantFrom(...sort.keys);
  const mediaType =
    document.requestExamples.get(operationId)?.[0]?.mediaType ?? Object.keys(operation.body?.content ?? {})[0];
  const schema = operation.body?.content[mediaType ?? ""]?.schema;
  const base = document.requestExamples.get(operationId)?.[0]?.value;
  if (!own && isObject(base)) {
    for (const [name, value] of Object.entries(base)) {
      const property = shapes.property(schema, name);
      if (references.has(`body/${name}`) || property === undefined || isObject(value) || Array.isArray(value)) continue;
      const isFreeText = shapes.types(property).has("string") && shapes.resolve(property).format === undefined;
      const isSimple = ["integer", "number", "boolean"].some((type) => shapes.types(property).has(type));
      if (isFreeText || isSimple) changes[`body/${name}`] = arbitraryOf(property, shapes).filter(isWritable);
    }
  }
  return fc.record(changes, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Record<string, unknown>>;
}

/** Texts that a form or a file name carries as they are: control characters are another matter than the schema. */
function isWritable(value: unknown): boolean {
  return typeof value !== "string" || !/\p{Cc}/u.test(value);
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

function namesOf(path: string): string[] {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  return names.length === 0 ? ["none"] : names;
}
