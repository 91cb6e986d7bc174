import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Schema, Tables } from "../tables/tables.ts";

/** Compiled JSON Schemas of one API; each is compiled when it is first needed, because a test uses few of them. */
export class SchemaLibrary {
  readonly #tables: Tables;
  readonly #compiled = new Map<Schema, ValidateFunction>();
  readonly #resolved = new Map<Schema, Schema>();
  /** The JSON types that schemas allow, as far as they were asked for; each request asks for the same few again. */
  readonly types: Map<Schema, ReadonlySet<string>> = new Map();
  #ajv: Ajv2020 | undefined;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** The function that validates values against a schema of the document. */
  validator(schema: Schema): ValidateFunction {
    const known = this.#compiled.get(schema);
    if (known !== undefined) return known;
    const compiled = this.#engine().compile(absolute(schema) as object);
    this.#compiled.set(schema, compiled);
    return compiled;
  }

  /** The schema itself, references to components followed. */
  resolve(schema: Schema = true): Schema {
    const known = this.#resolved.get(schema);
    if (known !== undefined) return known;
    const resolved = this.#follow(schema);
    this.#resolved.set(schema, resolved);
    return resolved;
  }

  #follow(schema: Schema): Schema {
    let target = schema;
    for (let hops = 0; typeof target === "object" && typeof target.$ref === "string" && hops < 20; hops++) {
      const { $ref, ...siblings } = target;
      const found: Schema = this.#tables.schemas[componentName($ref as string)] ?? true;
      target = typeof found === "object" && Object.keys(siblings).length > 0 ? { ...found, ...siblings } : found;
    }
    return target;
  }

  #engine(): Ajv2020 {
    if (this.#ajv !== undefined) return this.#ajv;
    // Not strict: OpenAPI adds keywords. All errors: a client developer wants to see everything that is wrong at once.
    const ajv = new Ajv2020({
      strict: false,
      allErrors: true,
      validateSchema: false,
      logger: false,
      ownProperties: true,
      // A schema that many refer to is compiled once, and unpolished code is ready sooner: a test uses few of either often.
      inlineRefs: false,
      code: { optimize: false },
    });
    addFormats.default(ajv);
    ajv.addFormat("binary", true);
    for (const [name, schema] of Object.entries(this.#tables.schemas))
      ajv.addSchema(absolute(schema) as object, `component:${encodeURIComponent(name)}`);
    this.#ajv = ajv;
    return ajv;
  }
}

function componentName(reference: string): string {
  return decodeURIComponent(reference.slice(reference.lastIndexOf("/") + 1))
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

const absolutes = new WeakMap<object, unknown>();

/** The schema with its references to components as absolute names, so that each part compiles by itself. */
function absolute(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(absolute);
  const known = absolutes.get(schema);
  if (known !== undefined) return known;
  const copy: Record<string, unknown> = {};
  absolutes.set(schema, copy);
  for (const [keyword, value] of Object.entries(schema)) {
    const component = keyword === "$ref" && typeof value === "string" && value.startsWith("#/components/schemas/");
    copy[keyword] = component ? `component:${encodeURIComponent(componentName(value))}` : absolute(value);
  }
  return copy;
}
