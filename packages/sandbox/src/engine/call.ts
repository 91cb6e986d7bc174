import type { Files } from "../files/files.ts";
import type { Clock } from "../session/clock.ts";
import type { Random } from "../session/random.ts";
import type { Store } from "../store/store.ts";
import type { OperationTable } from "../tables/tables.ts";
import type { Answer } from "./answer.ts";
import type { Refusal } from "./refusal.ts";

/** Who sent a request. */
export interface Actor {
  /** The credential as sent; absent for a request without one. Keep it out of everything that is shown. */
  readonly token: string | undefined;
  readonly role: string | undefined;
  /** Name of the security scheme that the credential came by; absent without one. */
  readonly scheme?: string;
  /** Whom the sender acts as, by the header that is declared for it; empty where it has no text. */
  readonly actsAs?: string;
  /** Tier of the account, which decides its quotas; absent for the lowest. */
  readonly tier: string | undefined;
}

/** Shapes of one operation, as openapi-typescript writes them. */
export interface OperationShape {
  readonly parameters: { path?: unknown; query?: unknown; header?: unknown };
  readonly requestBody?: unknown;
}

type Given<Value> = Exclude<Value, undefined>;
type Content<Shape extends OperationShape> =
  Given<Shape["requestBody"]> extends { content: infer Content } ? Content[keyof Content] : undefined;

/** A valid request on its way to an answer: what a hook works with. */
export interface Call<Shape extends OperationShape = OperationShape> {
  readonly operation: OperationTable;
  /** The parameters by wire name, in their declared types and with declared defaults filled in. */
  readonly path: Given<Shape["parameters"]["path"]>;
  readonly query: Given<Shape["parameters"]["query"]>;
  readonly header: Given<Shape["parameters"]["header"]>;
  /**
   * The body: a JSON value; an object of form fields, in which texts have their declared types and files are
   * {@link StoredFile}s where the types say `Blob`; or a {@link StoredFile} for raw bytes. Undefined without a body.
   */
  body: Content<Shape>;
  readonly actor: Actor;
  readonly store: Store;
  readonly files: Files;
  readonly clock: Clock;
  readonly random: Random;
  /** For an {@link Answer.stream}: aborts when nobody reads it any more, or its session has ended. */
  readonly gone: AbortSignal;
  /**
   * For an {@link Answer.stream}: waits until an entity of the API has changed since it was last asked, or the session's
   * clock has come to a time. Jobs that time has moved are moved on before.
   * @param until - Milliseconds since 1970-01-01 UTC. @default no time
   * @throws The reason of {@link gone}, once it has aborted.
   */
  changed(until?: number): Promise<void>;
  /** Origin of the sandbox as the client sees it, with the session's prefix and without a slash at its end. */
  readonly origin: string;
  /** The same point in time as text, `2026-11-02T08:15:30.120Z`. */
  timestamp(): string;
  /** Makes the error to throw: `throw call.refuse(404, "scene 7 is not in project 691250")`. */
  refuse(status: number, message: string): Refusal;
  /** The success answer of the operation with this body: its lowest declared success status unless one is given. */
  reply(
    json: unknown,
    options?: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> },
  ): Answer;
}
