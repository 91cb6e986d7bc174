import type { FileStore } from "../files/file-store.ts";
import type { Limits } from "../limits.ts";
import type { Session, Sessions } from "../session/session.ts";
import type { Tables } from "../tables/tables.ts";

/** What the control plane works on. */
export interface ControlWorld {
  readonly sessions: Sessions;
  readonly apis: Readonly<Record<string, { readonly tables: Tables }>>;
  readonly fileStore: FileStore;
  readonly limits: Limits;
  /** Wanted from every request but that for `/health`. */
  readonly controlToken: string | undefined;
  /** The session that the request chose, `current` in paths. */
  readonly session: Session;
  /** Address of the request; a page of the same origin has access. */
  readonly url: URL;
}
