import { merge, parseReference, type Reference } from "../merge.ts";
import type { VocabularyKey } from "../vocabulary/vocabulary-key.ts";
import { OperationModel } from "./operation-model.ts";
import type { Location } from "./redocly-types.ts";
import { schemaComponents } from "./schema-components.ts";
import { type Resolve, Spot } from "./spot.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** What an operation refers to with one key. */
export interface Used {
  readonly reference: Reference;
  /** The value on the operation. */
  readonly spot: Spot;
  /** The definition as written; absent when there is none of that name. */
  readonly definition: Spot | undefined;
  /** The definition with the operation's overrides. */
  readonly merged: Readonly<Record<string, unknown>>;
}

/** A whole document, as rules that look across nodes need it. */
export class DocumentModel {
  readonly root: Spot;
  readonly behaviors: Spot | undefined;
  readonly operations: readonly OperationModel[];
  #schemas: ReadonlyMap<string, Spot> | undefined;

  constructor(root: Spot) {
    this.root = root;
    this.behaviors = root.get("x-behaviors");
    this.operations = (root.get("paths")?.members() ?? []).flatMap(([path, item]) =>
      item
        .members()
        .filter(([method]) => methods.includes(method))
        .map(([method, spot]) => new OperationModel(spot, method, path, item)),
    );
  }

  /** The operation of that id. */
  operation(id: unknown): OperationModel | undefined {
    return this.operations.find((operation) => operation.id === id);
  }

  /** The schema that a reference such as `#/components/schemas/Thing` will lead to in the bundle. */
  schema(reference: string | undefined): Spot | undefined {
    this.#schemas ??= schemaComponents(this.root, this.operations);
    return this.#schemas.get(reference?.split("/").at(-1) ?? "");
  }

  /** The scopes that an operation asks for, by security scheme; several alternatives count together. */
  security(operation: OperationModel): Map<string, string[]> {
    const alternatives = (operation.spot.get("security") ?? this.root.get("security"))?.items() ?? [];
    const asked = new Map<string, string[]>();
    for (const [scheme, scopes] of alternatives.flatMap((alternative) => alternative.members())) {
      const listed = scopes.items().flatMap((scope) => scope.text() ?? []);
      asked.set(scheme, [...(asked.get(scheme) ?? []), ...listed]);
    }
    return asked;
  }

  /** The members of a block of `x-behaviors`. */
  block(name: string): [string, Spot][] {
    return this.behaviors?.get(name)?.members() ?? [];
  }

  /** The definitions of a key, by name. */
  definitions({ definitions }: VocabularyKey): [string, Spot][] {
    return definitions === undefined ? [] : this.block(definitions.block);
  }

  /** What an operation refers to with a key; absent when it refers to nothing. */
  used(operation: OperationModel, key: VocabularyKey): Used | undefined {
    const spot = operation.spot.get(key.extension);
    const reference = parseReference(spot?.value, key.definitions?.by);
    if (spot === undefined || reference === undefined || key.definitions === undefined) return undefined;
    const definition = this.behaviors?.find(key.definitions.block, reference.name);
    return { reference, spot, definition, merged: merge(definition?.value, reference) };
  }

  /** All operations that refer to a definition with a key, each with what it refers to. */
  users(key: VocabularyKey): { readonly operation: OperationModel; readonly used: Used }[] {
    return this.operations.flatMap((operation) => {
      const used = this.used(operation, key);
      return used === undefined ? [] : [{ operation, used }];
    });
  }
}

const models = new WeakMap<object, DocumentModel>();

/** The model of the document with this root; all rules of one run share it. */
export function documentModel(root: object, location: Location, resolve: Resolve): DocumentModel {
  const known = models.get(root) ?? new DocumentModel(new Spot(root, location, resolve));
  models.set(root, known);
  return known;
}
