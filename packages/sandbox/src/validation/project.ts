import type { Schema } from "../tables/tables.ts";
import type { SchemaLibrary } from "./schema-library.ts";

/** Gives a value as an answer may show it. */
export type Projection = (value: unknown) => unknown;

/** The projection of what no schema takes anything from, such as a text. */
const whole: Projection = (value) => value;

/**
 * Makes projections from response schemas: an answer holds only members that its schema declares, because clients come
 * to depend on whatever a mock sends. An object whose schema names no members, or allows others, is left whole.
 */
export class Projections {
  readonly #library: SchemaLibrary;
  readonly #known = new Map<Schema, Projection>();

  constructor(library: SchemaLibrary) {
    this.#library = library;
  }

  /** The projection of a schema. */
  of(schema: Schema): Projection {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    let made: Projection | undefined;
    // Recursive schemas meet themselves before they are done.
    this.#known.set(schema, (value) => made?.(value) ?? value);
    made = this.#make(schema);
    this.#known.set(schema, made);
    return made;
  }

  #make(schema: Schema): Projection {
    const { open, members, items } = this.#shape(schema, 0);
    const projections = new Map([...members].map(([name, schemas]) => [name, this.#either(schemas)]));
    const item = items.length === 0 ? whole : this.#either(items);
    if (item === whole && projections.size === 0) return whole;
    return (value) => {
      if (Array.isArray(value)) return item === whole ? value : projectItems(value, item);
      if (typeof value !== "object" || value === null || projections.size === 0) return value;
      return projectMembers(value as Members, projections, open);
    };
  }

  /** The projection of a member that several branches declare: what any of them shows. */
  #either(schemas: readonly Schema[]): Projection {
    const [only, ...others] = schemas;
    return others.length === 0 ? this.of(only ?? true) : this.of(this.#union(schemas));
  }

  readonly #unions = new Map<string, Schema>();

  #union(schemas: readonly Schema[]): Schema {
    const distinct = [...new Set(schemas)];
    if (distinct.length === 1) return distinct[0] ?? true;
    const key = JSON.stringify(distinct);
    const known = this.#unions.get(key) ?? { anyOf: distinct };
    this.#unions.set(key, known);
    return known;
  }

  /** What the schema and its branches together declare. */
  #shape(schema: Schema, depth: number): Shape {
    const shape: Shape = { open: false, members: new Map(), items: [] };
    const resolved = this.#library.resolve(schema);
    if (typeof resolved === "boolean" || depth > 8) return shape;
    const { properties = {}, additionalProperties, patternProperties, items, anyOf, oneOf, allOf } = resolved;
    shape.open = patternProperties !== undefined || (additionalProperties ?? false) !== false;
    for (const [name, member] of Object.entries(properties as Record<string, Schema>)) {
      const declared = this.#library.resolve(member);
      if (typeof declared === "object" && declared.writeOnly === true) continue;
      shape.members.set(name, [member]);
    }
    if (items !== undefined) shape.items.push(items as Schema);
    for (const branch of [anyOf, oneOf, allOf].flatMap((branches) => (branches as Schema[] | undefined) ?? [])) {
      const other = this.#shape(branch, depth + 1);
      shape.open ||= other.open;
      shape.items.push(...other.items);
      for (const [name, schemas] of other.members)
        shape.members.set(name, [...new Set([...(shape.members.get(name) ?? []), ...schemas])]);
    }
    return shape;
  }
}

interface Shape {
  open: boolean;
  readonly members: Map<string, Schema[]>;
  readonly items: Schema[];
}

type Members = Readonly<Record<string, unknown>>;

/** The array itself where no item changes: most of what a store holds is shown as it is, and a list is long. */
function projectItems(value: readonly unknown[], item: Projection): readonly unknown[] {
  let shown: unknown[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const next = item(value[index]);
    if (next === value[index]) continue;
    shown ??= [...value];
    shown[index] = next;
  }
  return shown ?? value;
}

/** The object itself where no member goes or changes. */
function projectMembers(value: Members, projections: ReadonlyMap<string, Projection>, open: boolean): Members {
  const names = Object.keys(value);
  let shown: Record<string, unknown> | undefined;
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    const member = value[name];
    const projection = projections.get(name);
    const isShown = projection !== undefined || open;
    const next = projection === undefined || projection === whole ? member : projection(member);
    if (shown === undefined && (!isShown || next !== member)) {
      shown = {};
      for (const before of names.slice(0, index)) shown[before] = value[before];
    }
    if (shown !== undefined && isShown) shown[name] = next;
  }
  return shown ?? value;
}
