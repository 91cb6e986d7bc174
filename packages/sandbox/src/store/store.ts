/** A stored thing: all its members, shown or not. Never changed in place: what is stored is frozen. */
export interface Entity {
  readonly [member: string]: unknown;
}

/**
 * The entities of one API in one session. A type that is not declared is a `RangeError` everywhere: a slip of whoever
 * wrote the hook.
 */
export interface Store {
  /**
   * The entity of that key; with `where`, only one that matches. A number equals its text. Where keys count within
   * members that `where` leaves open, the oldest that matches.
   * @param where - Members that it must have; of an object in it, the members that it names.
   */
  get(type: string, key: string | number, where?: Entity): Entity | undefined;
  /** All entities of a type in the order of their creation; with `where`, those that match or for which it is true. */
  list(type: string, where?: Entity | ((entity: Entity) => boolean)): readonly Entity[];
  /**
   * Stores a new entity: generates its key unless the value has one, stamps its times, fills in declared initial
   * members. The value is frozen, not copied.
   * @throws {Refusal} Its parent does not exist, its key is missing or taken, or a declared uniqueness is broken.
   * @throws {SandboxLimitError} The session is full.
   */
  create(type: string, value: Entity): Entity;
  /**
   * Merges members into a stored entity, as it stands now, and stamps the time of change. A member that is undefined is
   * taken away.
   * @param at - Time of the change, milliseconds since 1970-01-01 UTC. @default that of the session clock
   * @throws {Refusal} 404, it is gone; else as for `create`.
   */
  update(type: string, entity: Entity, changes: Entity, at?: number): Entity;
  /** Removes a stored entity with what hangs on it. @throws {Refusal} 404, it is gone; 409, something restricts it. */
  remove(type: string, entity: Entity): void;
  /**
   * Does several changes, all of them or none: where `work` throws, or its result is no success, the entities are as they
   * were before, and so is the count of keys. Files stay.
   * @param work - Not a promise: what else happens in the meantime would be taken back too.
   * @param succeeded - Whether a result is a success. @default every result is
   */
  attempt<Result>(work: () => Result, succeeded?: (result: Result) => boolean): Result;
  /** Grows with each change of the entities, those of a reset or a restored snapshot among them. */
  readonly version: number;
  /**
   * Calls `listener` after each change, also after one that an attempt takes back.
   * @returns A function that ends it.
   */
  onChange(listener: () => void): () => void;
}
