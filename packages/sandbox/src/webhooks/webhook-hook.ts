import type { Actor } from "../engine/call.ts";
import type { Random } from "../session/random.ts";
import type { Entity, Store } from "../store/store.ts";

/** Something that became of an entity and that somebody wants to be told of. */
export interface WebhookEvent {
  /** Its name in the document, such as `project.created`. */
  readonly name: string;
  /** Resource of the entity. */
  readonly type: string;
  /** The entity: as it is now, or as it last was where it is gone. */
  readonly entity: Entity;
  /** As it was before; absent for a new one. */
  readonly before?: Entity;
  /** When it happened: milliseconds since 1970-01-01 UTC on the session clock. */
  readonly at: number;
  /** 24 letters and digits that name this event for this receiver, and no other. */
  readonly id: string;
  /** Whose request it was; absent where time brought it about. */
  readonly actor?: Actor;
}

/** What the hook has at hand. */
export interface WebhookContext {
  readonly store: Store;
  readonly random: Random;
}

/**
 * What one receiver is told of an event: the body as the document has it. Receivers that want no such event are not asked
 * for.
 * @returns Undefined where it is none of the receiver's business, such as one of another account.
 */
export type WebhookHook = (event: WebhookEvent, receiver: Entity, context: WebhookContext) => unknown;
