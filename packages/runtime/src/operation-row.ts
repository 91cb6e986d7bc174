import type { Call } from "./call.ts";
import type { Deadline } from "./deadline.ts";
import type { ApiError, ApiErrorFacts, ErrorAnswer } from "./errors/api/api-error.ts";
import type { ErrorSource } from "./errors/fairlead-error.ts";
import type { Walk } from "./pagination/walk.ts";
import type { RequestDraft } from "./request/parameter.ts";
import type { RateLimitState } from "./result.ts";
import type { Redirects } from "./transport/redirect.ts";

/**
 * What the runtime knows of one operation: the row that `pnpm generate` writes from the document.
 * A row that nobody uses costs nothing in a bundle, and one that is used brings only the code that it names.
 */
export interface OperationRow {
  /** The operation's `operationId`. */
  readonly id: string;
  /** The HTTP method, in capitals. */
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  /** The path template, with `{name}` for each path parameter; it starts with a slash. */
  readonly path: string;
  /** Every path, query and header parameter by its wire name. */
  readonly params?: { readonly [name: string]: ParamRow };
  /** The request body, where one is declared. */
  readonly body?: BodyRow;
  /** How a 2xx body is read: `asJson`, `asBlob`, `asText`, or `asNothing` where no body is declared. */
  readonly parse: BodyParser;
  /** The classes of the declared error statuses; any other status is the general class of its hundred. */
  readonly errors?: { readonly [status: number]: ApiErrorClass };
  /** The rate class that a call burns. */
  readonly rateLimit?: RateClassRow;
  /** How the list is walked, for operations that give pages. */
  readonly pagination?: PaginationRow;
  /** The job that the operation starts. */
  readonly job?: JobRow;
  /** Whether a POST or PATCH may be sent twice; a string names the header that carries a key. */
  readonly idempotent?: boolean | string;
  /** How redirects are followed; without it none is, and a 3xx is an `UnexpectedStatusError`. */
  readonly redirects?: Redirects;
  /** Names whose values must not be shown anywhere. */
  readonly sensitive?: SensitiveRow;
}

/** Writes the value of a parameter that may be an array or an object. */
export type ValueWriter = (call: Call, draft: RequestDraft, name: string, row: ParamRow, value: unknown) => void;

/** A part of the request that has parameters: `inPath`, `inSegment`, `inQuery` or `inHeader`. */
export interface ParamPlace {
  /**
   * Encodes the text of a value.
   * @throws {UnsafePathError} The value could lead to another path.
   */
  encode(call: Call, name: string, text: string): string;
  /**
   * Puts an encoded text in its place.
   * @throws {SerializationError} No header can hold it.
   */
  put(call: Call, draft: RequestDraft, name: string, text: string): void;
}

/** Sets what fetch takes of the value of a body, and its content type. */
export type BodyWriter = (call: Call, draft: RequestDraft, name: string, row: BodyRow, value: unknown) => void;

/** How the body of a 2xx is read. */
export interface BodyParser {
  /** What the request asks for, where that is not any media type. */
  readonly headers?: { readonly accept: string };
  /**
   * Milliseconds of the whole call, where it is not the usual limit.
   * @default 300000
   */
  readonly totalMs?: number;
  /**
   * Reads the body.
   * @throws {DecodeError} The body is not what the document declares.
   */
  parse(call: Call, deadline: Deadline, response: Response): Promise<unknown>;
}

/** The class of an error answer. */
export type ApiErrorClass = new (
  call: ErrorSource | undefined,
  text: string,
  facts: ApiErrorFacts<never>,
  answer: ErrorAnswer<unknown>,
) => ApiError;

/** Reads the state of a rate limit's window from the headers of an answer; times are milliseconds since the epoch. */
export type RateLimitReader = (rateClass: RateClassRow, headers: Headers, nowMs: number) => RateLimitState;

/** One path, query or header parameter. */
export interface ParamRow {
  /** Where the value stands in the request. */
  readonly in: ParamPlace;
  /** The JSON type that a value must have; `any` where the document allows several. */
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object" | "any";
  /** Present when a call without this parameter is refused. */
  readonly required?: true;
  /** OpenAPI style, only where it differs from the default (query: `form`; path and header: `simple`). */
  readonly style?: "spaceDelimited" | "pipeDelimited" | "deepObject";
  /** OpenAPI explode, only where it differs from the default of the style (`true` for `form`, else `false`). */
  readonly explode?: boolean;
  /** Writes arrays and objects; without it only text, numbers and booleans are taken. */
  readonly write?: ValueWriter;
}

/** A request body. */
export interface BodyRow {
  /** Makes the bytes of a body value: `jsonBody`, `multipartBody`, `formBody`, `binaryBody` or `textBody`. */
  readonly write: BodyWriter;
  /** The media type, only where it is not the usual one of the writer, such as `application/json` of `jsonBody`. */
  readonly mediaType?: string | undefined;
  /** Present when a call without a body is refused. */
  readonly required?: true;
}

/** One class of a rate limit: which quota a call burns. */
export interface RateClassRow {
  /** The name of the class in the document. */
  readonly name: string;
  /** Calls per window; the lowest tier where a vendor has several. */
  readonly quota: number;
  /** Length of the window in milliseconds. */
  readonly windowMs: number;
  /** Reads the state of the window from the headers of an answer, where they tell it. */
  readonly headers?: RateLimitReader;
  /**
   * The status of the answer when the quota is used up.
   * @default 429
   */
  readonly exceedStatus?: number;
}

/** How the pages of a list are walked. Pointers are JSON Pointers into the success body. */
export interface PaginationRow {
  /** The mechanism: `byOffset`, `byPage`, `byLastId` or `byCursor`. */
  readonly walk: Walk;
  /** The parameter that moves from page to page. */
  readonly param: string;
  /** Pointer to the items of a page. */
  readonly items: string;
  /** The parameter for the size of a page, with its default and maximum in items. */
  readonly size?: { readonly param: string; readonly default?: number; readonly max?: number };
  /** Pointer inside an item to what identifies it. */
  readonly key?: string;
  /** Pointer to the number of all items. */
  readonly total?: string;
  /** Pointer to whether there is another page. */
  readonly more?: string;
  /** Pointer to the next cursor. */
  readonly next?: string;
  /** Whether the item that the position names comes again on the next page. */
  readonly inclusive?: boolean;
}

/** Pointers into a body, each with what must stand there: a constant, or one of the two words. */
export type JobCondition = { readonly [pointer: string]: "truthy" | "present" | string | number | boolean | null };

/** One state of a job. Lists of pointers are tried in order; the first that is present wins. */
export interface JobStateRow {
  /** Present on a final state. */
  readonly end?: "success" | "failure";
  /** The states that may follow; the first is the normal path. */
  readonly next?: readonly string[];
  /** When the state is left: after a time in milliseconds, after a number of polls, or after the first of both. */
  readonly after?: { readonly timeMs?: number; readonly polls?: number };
  /** What must also hold for the state to count. */
  readonly when?: JobCondition;
  /** Pointers to the result. */
  readonly result?: readonly string[];
  /** Pointers to the text that explains a failure. */
  readonly message?: readonly string[];
  /** Pointers to the progress. */
  readonly progress?: readonly string[];
}

/** The long-running job behind an operation: how to watch it and when it is over. */
export interface JobRow {
  /** The name of the job in the document. */
  readonly name?: string;
  /** Pointers into the answer of the starting operation. */
  readonly start?: { readonly id: string; readonly state?: string };
  /** The operation that tells the state; `param` is the parameter that takes the id, such as `path.id`. */
  readonly status: { readonly operationId: string; readonly param: string; readonly state: string };
  /** The operation that cancels the job. */
  readonly cancel?: { readonly operationId: string; readonly param: string };
  /** The states by name. */
  readonly states: { readonly [state: string]: JobStateRow };
  /** What makes the job a failure in any state. */
  readonly failWhen?: JobCondition;
  /** The pace of the polls, in milliseconds; each wait is `factor` times the one before. */
  readonly poll: {
    readonly everyMs: number;
    readonly factor: number;
    readonly maxMs: number;
    readonly timeoutMs: number;
  };
  /** Pointers to this operation's result, tried in order. */
  readonly result?: readonly string[];
  /** Whether the result is a value, or a URL of a file. */
  readonly resultKind?: "json" | "file";
}

/** Names whose values are secrets or personal data. Bodies have no entry: they are never shown. */
export interface SensitiveRow {
  /** Path parameters. */
  readonly path?: readonly string[];
  /** Query parameters. */
  readonly query?: readonly string[];
  /** Header parameters. */
  readonly header?: readonly string[];
}
