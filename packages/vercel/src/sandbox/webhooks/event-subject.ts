import type { Store, WebhookEvent } from "@fairlead/sandbox";
import { userOf } from "../account.ts";
import type { Project, User } from "../entities.ts";

/** What an event is about, and whose business it is. */
export interface EventSubject {
  /** The account whose webhooks are told. */
  readonly accountId: string;
  /** Projects that it is about; a webhook that is limited to projects is told of these alone. */
  readonly projectIds: readonly string[];
  /** Where it happened. @default null */
  readonly region?: string;
  /** What the payload has besides team and user. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Whose deed it is, where no request brought it about. */
  readonly userId?: string | undefined;
}

/** Makes the subject of an event; undefined where nobody is to be told. */
export type MakeSubject = (event: WebhookEvent, store: Store) => EventSubject | undefined;

/** The team of an account, as events have it: without an id for a personal one. */
export function teamOf(store: Store, accountId: string): { readonly id: string | null } {
  return { id: store.get("Team", accountId) === undefined ? null : accountId };
}

/**
 * Whose deed an event is: the sender's, else that of whom the subject names, else that of the owner of the personal
 * account or of the first user.
 */
export function authorOf({ actor }: Pick<WebhookEvent, "actor">, subject: EventSubject, store: Store): string {
  if (actor !== undefined) return userOf({ store, actor }).id;
  const users = store.list("User") as readonly User[];
  return subject.userId ?? users.find(({ id }) => id === subject.accountId)?.id ?? users[0]?.id ?? "";
}

/** Whose a project is; undefined where it is gone. */
export function ownerOf(store: Store, projectId: string): string | undefined {
  return (store.get("Project", projectId) as Project | undefined)?.accountId;
}
