import type { OperationTable, Schema } from "@fairlead/sandbox/tables";
import { writePointer } from "../document/pointer.ts";
import { isObject, type Shapes } from "../document/shapes.ts";
import type { RawBody, RequestDraft } from "./request-draft.ts";
import { readRef, writeRef } from "./valid-draft.ts";

/** A request with one thing wrong. */
export interface NegativeCase {
  readonly what: string;
  readonly draft: RequestDraft;
  readonly raw?: RawBody;
  /** Whether the wrong thing stands in the path, where "not found" is an answer too. */
  readonly inPath?: boolean;
}

/** Everything that can be wrong with a request in one place, as far as its declarations tell. */
export function negativeCases(operation: OperationTable, draft: RequestDraft, shapes: Shapes): NegativeCase[] {
  return [
    ...operation.parameters.flatMap((parameter) => parameterCases(parameter, draft, shapes)),
    ...bodyCases(operation, draft, shapes),
  ];
}

/**
 * Values that a schema does not allow, each with one thing wrong.
 * @param value - A valid one.
 */
export function wrongValues(
  schema: Schema | undefined,
  value: unknown,
  shapes: Shapes,
  at = "",
): { what: string; value: unknown }[] {
  if (schema === undefined) return [];
  const found: { what: string; value: unknown }[] = [];
  const resolved = shapes.resolve(schema);
  const place = at === "" ? "the body" : at;
  const other = ["text", 12.5, true, null, [[]], { odd: { odd: 1 } }].filter((one) => !shapes.isValid(schema, one));
  for (const one of other.slice(0, 3)) found.push({ what: `${place} is ${JSON.stringify(one)}`, value: one });
  const limits: [string, unknown][] = [
    ["above its maximum", typeof resolved.maximum === "number" ? resolved.maximum + 1 : undefined],
    ["below its minimum", typeof resolved.minimum === "number" ? resolved.minimum - 1 : undefined],
    ["too long", typeof resolved.maxLength === "number" ? "x".repeat(resolved.maxLength + 1) : undefined],
    ["too short", typeof resolved.minLength === "number" && resolved.minLength > 0 ? "" : undefined],
    ["not one of the values", Array.isArray(resolved.enum) ? "none-of-these" : undefined],
    ["empty", typeof resolved.minItems === "number" && resolved.minItems > 0 ? [] : undefined],
  ];
  for (const [how, one] of limits) if (one !== undefined) found.push({ what: `${place} is ${how}`, value: one });
  if (isObject(value)) {
    const required = shapes
      .branches(schema)
      .flatMap((one) => (Array.isArray(one.required) ? one.required : [])) as string[];
    for (const name of new Set(required))
      found.push({ what: `${at}/${name} is missing`, value: writePointer(value, `/${name}`, undefined) });
    if (resolved.additionalProperties === false)
      found.push({ what: `${place} has a member too many`, value: { ...value, odd_member: 1 } });
    for (const [name, member] of Object.entries(value)) {
      const wrong = wrongValues(shapes.property(schema, name), member, shapes, `${at}/${name}`);
      for (const one of wrong) found.push({ what: one.what, value: { ...value, [name]: one.value } });
    }
  }
  if (Array.isArray(value) && value.length > 0) {
    const wrong = wrongValues(resolved.items as Schema | undefined, value[0], shapes, `${at}/0`);
    for (const one of wrong) found.push({ what: one.what, value: [one.value, ...value.slice(1)] });
  }
  return found.filter((one) => !shapes.isValid(schema, one.value));
}

function parameterCases(
  { name, in: place, required, schema }: OperationTable["parameters"][number],
  draft: RequestDraft,
  shapes: Shapes,
): NegativeCase[] {
  const ref = `${place}.${name}`;
  const inPath = place === "path";
  const cases: NegativeCase[] = [];
  if (required && !inPath) cases.push({ what: `${ref} is missing`, draft: writeRef(draft, ref, undefined) });
  for (const { what, value } of wrongValues(schema, readRef(draft, ref), shapes, ref)) {
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    const unsendable = (inPath && text === "") || (place === "header" && (text === "" || /[^ -~]/.test(text)));
    // What counts is what arrives: 12.5 in a query is a text where texts are allowed.
    if (unsendable || shapes.isValid(schema, arrived(schema, text, shapes))) continue;
    cases.push({ what, draft: writeRef(draft, ref, text), inPath });
  }
  return cases;
}

/** What one text of a parameter is to its schema: of a list the only item. */
function arrived(schema: Schema, text: string, shapes: Shapes): unknown {
  const { items = true } = shapes.resolve(schema);
  const types = shapes.types(schema);
  return types.has("array") && types.size === 1 ? [shapes.coerce(items, text)] : shapes.coerce(schema, text);
}

function bodyCases(operation: OperationTable, draft: RequestDraft, shapes: Shapes): NegativeCase[] {
  const { body: declared } = operation;
  if (declared === undefined) return [];
  const { body: _body, ...bare } = draft;
  const cases: NegativeCase[] = [];
  const types = Object.keys(declared.content);
  if (declared.required) cases.push({ what: "the body is missing", draft: bare });
  if (draft.body === undefined) return cases;
  const { mediaType, value } = draft.body;
  const schema = declared.content[mediaType]?.schema ?? true;
  if (!types.some((type) => type.startsWith("text/") || type.startsWith("*/")))
    cases.push({
      what: "the content type is not declared",
      draft,
      raw: { text: "plain words", contentType: "text/plain" },
    });
  if (/[/+]json\b/.test(mediaType)) {
    for (const text of ['{"cut": ', "{bad", "[1,]"])
      cases.push({ what: `the JSON is malformed: ${text}`, draft, raw: { text, contentType: mediaType } });
    for (const wrong of wrongValues(schema, value, shapes))
      cases.push({ what: wrong.what, draft: writeRef(draft, "body", wrong.value) });
  } else if (mediaType === "multipart/form-data") {
    const text = '--one\r\nContent-Disposition: form-data; name="name"\r\n\r\ncut';
    cases.push({
      what: "the boundary is another one",
      draft,
      raw: { text, contentType: "multipart/form-data; boundary=two" },
    });
    cases.push({ what: "the form is cut off", draft, raw: { text, contentType: "multipart/form-data; boundary=one" } });
    cases.push(...formCases(schema, draft, value, shapes));
  }
  return cases;
}

/** Fields are texts: a wrong value is one that is still wrong as a text, read back with the schema. */
function formCases(schema: Schema, draft: RequestDraft, value: unknown, shapes: Shapes): NegativeCase[] {
  if (!isObject(value)) return [];
  const plain = Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, field instanceof Blob ? "bytes" : field]),
  );
  const readBack = (form: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(form).map(([name, field]) => [
        name,
        typeof field === "string" ? shapes.coerce(shapes.property(schema, name) ?? true, field) : field,
      ]),
    );
  return wrongValues(schema, plain, shapes).flatMap(({ what, value: wrong }) => {
    if (!isObject(wrong)) return [];
    const texts = Object.fromEntries(
      Object.entries(wrong).map(([name, field]) => [
        name,
        typeof field === "object" ? JSON.stringify(field) : String(field),
      ]),
    );
    if (shapes.isValid(schema, readBack(texts))) return [];
    const form = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        name,
        value[name] instanceof Blob && text === "bytes" ? value[name] : text,
      ]),
    );
    return Object.keys(form).length === 0 ? [] : [{ what, draft: writeRef(draft, "body", form) }];
  });
}
