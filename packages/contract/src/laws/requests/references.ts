import type { OperationTable, ParamRef, Pointer, ResourceUse, Tables } from "@fairlead/sandbox/tables";
import { pointerParts } from "../document/pointer.ts";
import { isObject, type Shapes } from "../document/shapes.ts";
import { isNamedId, singular, typeExactlyNamed, typeNamed, typeOfKey, typeOfPlural } from "./type-named.ts";

/** A value of a request that must be the value of an entity. */
export interface Reference {
  readonly type: string;
  /** Which member of the entity. */
  readonly pointer: string;
  /** Whether the declarations say so, or only the name. */
  readonly declared: boolean;
  /** Whether the value is a list of such values. */
  readonly list: boolean;
}

/** The values of an operation's request that name entities: as its behaviours declare, and else by their names. */
export function referencesOf(operation: OperationTable, tables: Tables, shapes: Shapes): Map<ParamRef, Reference> {
  const found = new Map<ParamRef, Reference>();
  addDeclared(found, operation, tables);
  const types = Object.keys(tables.resources);
  const keyNames = Object.fromEntries(types.map((type) => [type, pointerParts(keyPointer(tables, type)).at(-1) ?? ""]));
  const keyOf = (type: string): Reference => ({
    type,
    pointer: keyPointer(tables, type),
    declared: false,
    list: false,
  });
  for (const { name, in: place } of operation.parameters) {
    const ref = `${place}.${name}`;
    if (found.has(ref) || name === operation.pagination?.param || ref === newKeyRef(operation, tables)) continue;
    const before = place === "path" ? segmentBefore(operation.path, name) : undefined;
    // Other words in a path may be anything, such as the kind of a thing.
    const isBare = place === "path" && !isNamedId(name) && (before === undefined || singular(before) !== name);
    const type = isBare ? typeOfKey(name, keyNames) : typeNamed(name, types, before);
    if (type !== undefined) found.set(ref, keyOf(type));
  }
  for (const { schema } of Object.values(operation.body?.content ?? {})) {
    for (const branch of shapes.branches(schema)) {
      for (const [name, member] of Object.entries(isObject(branch.properties) ? branch.properties : {})) {
        const ref = `body/${name}`;
        if (found.has(ref) || ref === newKeyRef(operation, tables)) continue;
        const type = typeNamed(name, types);
        if (type !== undefined) found.set(ref, keyOf(type));
        const plural = shapes.types(member).has("array") ? typeOfPlural(name, types) : undefined;
        if (plural !== undefined && !shapes.types(shapes.resolve(member).items).has("object"))
          found.set(ref, { ...keyOf(plural), list: true });
      }
    }
  }
  return found;
}

/** The resource whose key a member of an entity holds: its parent, or what its name says. */
export function foreignType(type: string, pointer: string, tables: Tables): string | undefined {
  const parent = tables.resources[type]?.parent;
  if (parent?.pointer === pointer) return parent.type;
  if (tables.resources[type]?.key.pointer === pointer) return undefined;
  return typeExactlyNamed(pointerParts(pointer).at(-1) ?? "", Object.keys(tables.resources));
}

/** Where the request of a create has a member of the new entity. */
export function sentRef(use: ResourceUse, pointer: Pointer, tables: Tables): ParamRef {
  const own = pointer === keyPointer(tables, use.type) ? use.key : undefined;
  return use.hidden[pointer] ?? use.scope[pointer] ?? own ?? `body${use.item}${pointer}`;
}

/** Where a request chooses the key of what it creates: that names nothing which exists. */
function newKeyRef({ resource: use }: OperationTable, tables: Tables): ParamRef | undefined {
  if (use?.action !== "create" || tables.resources[use.type]?.key.generate !== "request") return undefined;
  return sentRef(use, keyPointer(tables, use.type), tables);
}

/** Where the key of a resource stands in its entities. */
export function keyPointer(tables: Tables, type: string): string {
  return tables.resources[type]?.key.pointer ?? "/id";
}

function addDeclared(found: Map<ParamRef, Reference>, operation: OperationTable, tables: Tables): void {
  const { resource: use, id } = operation;
  const reference = (type: string, pointer: string): Reference => ({ type, pointer, declared: true, list: false });
  for (const job of Object.values(tables.jobs)) {
    if (job.status.operationId === id)
      found.set(job.status.param, reference(job.resource, keyPointer(tables, job.resource)));
  }
  if (use === undefined) return;
  if (use.key !== undefined && use.action !== "list" && use.action !== "create")
    found.set(use.key, reference(use.type, keyPointer(tables, use.type)));
  const parent = tables.resources[use.type]?.parent;
  const pairs = { ...use.filter, ...use.hidden, ...use.scope };
  if (use.action === "create" && parent !== undefined && !Object.hasOwn(pairs, parent.pointer))
    found.set(`body${use.item}${parent.pointer}`, reference(parent.type, keyPointer(tables, parent.type)));
  for (const [pointer, ref] of Object.entries(pairs)) {
    const foreign = foreignType(use.type, pointer, tables);
    if (foreign !== undefined) found.set(ref, reference(foreign, keyPointer(tables, foreign)));
    else if (use.action !== "create") found.set(ref, reference(use.type, pointer));
  }
}

function segmentBefore(path: string, name: string): string | undefined {
  const parts = path.split("/");
  const before = parts[parts.indexOf(`{${name}}`) - 1];
  return before === undefined || before.startsWith("{") ? undefined : before;
}
