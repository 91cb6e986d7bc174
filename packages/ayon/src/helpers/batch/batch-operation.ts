import type { components } from "../../generated/schema.ts";

type Schemas = components["schemas"];

/** For each kind of entity, what makes one and what changes one. */
interface EntityBodies {
  folder: [Schemas["NewFolder"], Schemas["FolderPatch"]];
  task: [Schemas["NewTask"], Schemas["TaskPatch"]];
  product: [Schemas["NewProduct"], Schemas["ProductPatch"]];
  version: [Schemas["NewVersion"], Schemas["VersionPatch"]];
  representation: [Schemas["NewRepresentation"], Schemas["RepresentationPatch"]];
  workfile: [Schemas["NewWorkfile"], Schemas["WorkfilePatch"]];
}

/** A kind of entity that a batch can make, change and delete. */
export type BatchEntityType = keyof EntityBodies;

/** What any operation of a batch may have. */
interface AnyOperation<EntityType> {
  /** Kind of the entity. */
  readonly entityType: EntityType;
  /** Name of the user to act as, for service users. Others may name only themselves. */
  readonly asUser?: string;
}

/** Makes an entity. */
export interface CreateOperation<EntityType extends BatchEntityType> extends AnyOperation<EntityType> {
  readonly type: "create";
  /** Id that the new entity gets, 32 hexadecimal digits, such as `newId()` gives. Later operations may refer to it. */
  readonly entityId?: string;
  /** The entity: the body of its own creation. */
  readonly data: EntityBodies[EntityType][0];
}

/** Changes an entity. */
export interface UpdateOperation<EntityType extends BatchEntityType> extends AnyOperation<EntityType> {
  readonly type: "update";
  /** Id of the entity. Only one operation of a batch may change or delete it. */
  readonly entityId: string;
  /** The members that change: the body of its own change. */
  readonly data: EntityBodies[EntityType][1];
  /**
   * Whether a folder with versions may be renamed, moved or given another type.
   * @default false
   */
  readonly force?: boolean;
}

/** Deletes an entity. */
export interface DeleteOperation<EntityType extends BatchEntityType> extends AnyOperation<EntityType> {
  readonly type: "delete";
  /** Id of the entity. Only one operation of a batch may change or delete it. */
  readonly entityId: string;
  /**
   * Whether what is inside the entity goes with it, which only managers may do.
   * @default false
   */
  readonly force?: boolean;
}

/** One operation of a batch: `type` and `entityType` say what its `data` has to be. */
export type BatchOperation = {
  [EntityType in BatchEntityType]:
    | CreateOperation<EntityType>
    | UpdateOperation<EntityType>
    | DeleteOperation<EntityType>;
}[BatchEntityType];
