import type { Schema, Tables } from "@fairlead/sandbox/tables";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** A schema that is an object: what most of them are. */
export type ObjectSchema = Readonly<Record<string, unknown>>;

/** The schemas of a document, read by the laws themselves: they don't trust the sandbox's own reading. */
export class Shapes {
  readonly #tables: Tables;
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<Schema, ValidateFunction>();

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
    addFormats.default(this.#ajv);
    this.#ajv.addFormat("binary", true);
    this.#ajv.addSchema(rooted({ $id: "document:", components: { schemas: tables.schemas } }));
  }

  /** What is wrong with a value, one text a violation; empty when it is valid. */
  violations(schema: Schema, value: unknown): string[] {
    let validate = this.#compiled.get(schema);
    if (validate === undefined) {
      validate = this.#ajv.compile(rooted(schema));
      this.#compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "the value"} ${message}`);
  }

  isValid(schema: Schema, value: unknown): boolean {
    return this.violations(schema, value).length === 0;
  }

  /** The schema with references to components followed; an empty one where it allows anything. */
  resolve(schema: unknown): ObjectSchema {
    let target = schema;
    for (let hops = 0; hops < 20 && isObject(target) && typeof target.$ref === "string"; hops++) {
      const { $ref, ...siblings } = target;
      const name = decodeURIComponent(target.$ref.slice(target.$ref.lastIndexOf("/") + 1));
      const found: unknown = this.#tables.schemas[name];
      target = isObject(found) ? { ...found, ...siblings } : {};
    }
    return isObject(target) ? target : {};
  }

  /** The alternatives of a schema: itself, or what its `anyOf`, `oneOf` and `allOf` name, references followed. */
  branches(schema: unknown, depth = 0): ObjectSchema[] {
    const resolved = this.resolve(schema);
    const inner = [resolved.anyOf, resolved.oneOf, resolved.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
    return depth > 6 ? [resolved] : [resolved, ...inner.flatMap((one) => this.branches(one, depth + 1))];
  }

  /** The schema of a member; undefined where nothing is said of it. */
  property(schema: unknown, name: string): Schema | undefined {
    for (const { properties } of this.branches(schema)) {
      if (isObject(properties) && Object.hasOwn(properties, name)) return properties[name] as Schema;
    }
    return undefined;
  }

  /** The JSON types that a schema allows; empty where it does not say. */
  types(schema: unknown): Set<string> {
    const types = new Set<string>();
    for (const { type, enum: values, const: constant } of this.branches(schema)) {
      for (const one of Array.isArray(type) ? type : [type]) if (typeof one === "string") types.add(one);
      for (const value of Array.isArray(values) ? values : constant === undefined ? [] : [constant])
        types.add(value === null ? "null" : typeof value);
    }
    return types;
  }

  /** The value that a text in a path, a query, a header or a form stands for: judged by this, a number may be valid. */
  coerce(schema: unknown, text: string): unknown {
    const types = this.types(schema);
    if ((types.has("integer") || types.has("number")) && text.trim() !== "" && Number.isFinite(Number(text)))
      return Number(text);
    if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
    if (types.has("null") && !types.has("string") && text === "null") return null;
    if ((types.has("object") || types.has("array")) && !types.has("string")) {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
    }
    return text;
  }

  /** Pointers of members that no schema declares, where the schemas list members and none of them opens the object. */
  undeclared(schema: unknown, value: unknown, at = ""): string[] {
    return this.#undeclared([schema], value, at);
  }

  /** An object may take its members from several branches, so that they are looked for in all of them. */
  #undeclared(schemas: readonly unknown[], value: unknown, at: string): string[] {
    const branches = schemas.flatMap((schema) => this.branches(schema));
    if (Array.isArray(value)) {
      const items = branches.flatMap((branch) => (branch.items === undefined ? [] : [branch.items]));
      return items.length === 0 ? [] : value.flatMap((item, index) => this.#undeclared(items, item, `${at}/${index}`));
    }
    if (!isObject(value)) return [];
    const listed = branches.some(({ properties }) => isObject(properties));
    const open = branches.some(
      ({ additionalProperties, patternProperties }) =>
        patternProperties !== undefined || (additionalProperties !== undefined && additionalProperties !== false),
    );
    if (!listed || open) return [];
    return Object.entries(value).flatMap(([name, member]) => {
      const declared = branches.flatMap(({ properties }) =>
        isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
      );
      return declared.length === 0 ? [`${at}/${name}`] : this.#undeclared(declared, member, `${at}/${name}`);
    });
  }
}

/** Whether a value is an object and no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schema with its references leading to the one root, so that each part compiles by itself. */
function rooted(schema: unknown): object {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/components/', '"$ref":"document:#/components/');
  return JSON.parse(text) as object;
}
