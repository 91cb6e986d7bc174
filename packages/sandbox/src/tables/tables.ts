/** JSON Schema (draft 2020-12) as the document has it; a `$ref` in it leads to `#/components/schemas/<name>`. */
export type Schema = boolean | { readonly [keyword: string]: unknown };

/** JSON Pointer (RFC 6901); the empty string is the whole value. */
export type Pointer = string;

/** A value of the request: `path.<name>`, `query.<name>`, `header.<name>`, or `body` and a JSON Pointer. */
export type ParamRef = string;

/**
 * What the sandbox knows of one API: its bundled document with everything resolved once, at build time. `fairlead-generate`
 * writes it to `src/generated/sandbox.json`. References to behaviours are names in the maps below; durations are
 * milliseconds.
 */
export interface Tables {
  /** Version of this format. */
  readonly format: 1;
  readonly title: string;
  /** Version of the document. */
  readonly version: string;
  readonly operations: readonly OperationTable[];
  /** Every declared response: components by their name, those of one operation as `<operationId>.<status>`. */
  readonly responses: Readonly<Record<string, ResponseTable>>;
  /** The component schemas. */
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly rateLimits: Readonly<Record<string, RateLimitTable>>;
  readonly jobs: Readonly<Record<string, JobTable>>;
  readonly resources: Readonly<Record<string, ResourceTable>>;
  readonly idempotency: Readonly<Record<string, IdempotencyTable>>;
  /** By the name of the security scheme. */
  readonly auth: Readonly<Record<string, AuthTable>>;
  /** The answer to what no operation declares: unknown paths, wrong methods, bodies that can't be read. */
  readonly errors: ErrorsTable;
  /** Who is told of what, and how; absent where nobody is. */
  readonly webhooks?: WebhooksTable;
  /** Whether a version in front of a path does not matter. */
  readonly anyVersion?: true;
  /** Operations that keep no state, each with its reason. */
  readonly static: Readonly<Record<string, string>>;
  /** Operations that need a hook, each with its reason. */
  readonly hooks?: Readonly<Record<string, string>>;
}

/** One operation: its shapes, and the behaviours that it refers to by name. */
export interface OperationTable {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** Template, such as `/api/jobs/{id}`. */
  readonly path: string;
  readonly parameters: readonly ParameterTable[];
  readonly body?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  /** By status, or `default`: a name in {@link Tables.responses}. */
  readonly responses: Readonly<Record<string, string>>;
  /** Alternatives, each a map of scheme to scopes; an empty object is "no credentials needed", an empty list too. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly rateLimit?: string;
  readonly pagination?: PaginationTable;
  readonly job?: string;
  readonly resource?: ResourceUse;
  /** A name in {@link Tables.idempotency}; absent where no key is sent. */
  readonly idempotency?: string;
  readonly sensitive?: {
    readonly path?: readonly string[];
    readonly query?: readonly string[];
    readonly header?: readonly string[];
    readonly request?: readonly Pointer[];
    readonly response?: readonly Pointer[];
  };
}

/** One parameter, with the defaults of OpenAPI filled in. */
export interface ParameterTable {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Schema;
  readonly style: string;
  readonly explode: boolean;
}

/** One declared response. */
export interface ResponseTable {
  readonly headers: Readonly<Record<string, { readonly required: boolean; readonly schema: Schema }>>;
  /** By media type; empty where no body is declared. */
  readonly content: Readonly<
    Record<string, { readonly schema: Schema; readonly examples: Readonly<Record<string, unknown>> }>
  >;
}

/** A class of requests that share a quota. */
export interface RateLimitTable {
  /** Requests in a window, in the lowest tier. */
  readonly quota: number;
  readonly windowMs: number;
  readonly partition: readonly ("token" | "operation" | "ip")[];
  /** The quota of other tiers, by name. */
  readonly tiers: Readonly<Record<string, number>>;
  /** The family of headers that tell of it. */
  readonly headers: "x-ratelimit" | "none";
  readonly onExceed: AnswerTable & { readonly retryAfter: "none" | "seconds" };
  /** Where the account's own number is read. */
  readonly account?: { readonly operationId: string; readonly pointer: Pointer };
}

/** A declared error answer. */
export interface AnswerTable {
  readonly status: number;
  /** Name in {@link Tables.responses}. */
  readonly response: string;
}

/** How a list is cut into pages. */
export type PaginationTable = {
  /** Name of the query parameter that asks for a later page. */
  readonly param: string;
  readonly size?: { readonly param: string; readonly default: number; readonly max: number };
  /** Where the items stand in the answer. */
  readonly items: Pointer;
  /** Where an item's key stands in the item. */
  readonly key?: Pointer;
} & (
  | { readonly style: "offset"; readonly total?: Pointer; readonly more?: Pointer }
  | { readonly style: "page"; readonly total: Pointer }
  | { readonly style: "last-id"; readonly more: Pointer }
  | {
      readonly style: "until";
      /** Where an item has its time, in milliseconds since 1970-01-01 UTC; the newest comes first. */
      readonly at: Pointer;
      readonly next: Pointer;
      readonly prev?: Pointer;
      readonly count?: Pointer;
      /** Name of the query parameter that asks for items after a time. */
      readonly back?: string;
    }
);

/** Work in the background. */
export interface JobTable {
  readonly start: { readonly id: Pointer; readonly state?: Pointer };
  readonly status: { readonly operationId: string; readonly param: ParamRef; readonly state: Pointer };
  /** The resource whose entities are the jobs: that of the status operation. */
  readonly resource: string;
  /** Operations that start one. */
  readonly startedBy: readonly string[];
  /** The first is where a job begins. */
  readonly states: Readonly<Record<string, JobStateTable>>;
  /** How long a job is kept after its state last changed. @default for ever */
  readonly keptMs?: number;
}

/** One state of a job. */
export type JobStateTable =
  | {
      readonly next: readonly string[];
      readonly after: { readonly ms?: number; readonly polls?: number };
    }
  | { readonly end: "success" | "failure"; readonly result?: Pointer; readonly message?: Pointer };

/** A kind of entity. */
export interface ResourceTable {
  /** Name in {@link Tables.schemas}; absent for a resource that is only referred to and never sent. */
  readonly schema?: string;
  readonly key: {
    readonly pointer: Pointer;
    readonly generate: "sequence" | "uuid" | "hex" | "token" | "request";
    /** First number of a sequence. */
    readonly start?: number;
    /** Characters of a hex or token key. */
    readonly length?: number;
    /** Text in front of a key that is made. */
    readonly prefix?: string;
    /** Members that, with the key, tell entities apart: the same key may exist once in each. */
    readonly within?: readonly Pointer[];
  };
  readonly parent?: { readonly type: string; readonly pointer: Pointer; readonly onDelete: "cascade" | "restrict" };
  readonly unique: readonly (AnswerTable & { readonly pointers: readonly Pointer[] })[];
  /** Where the session clock's time is written. */
  readonly times: { readonly created?: Pointer; readonly modified?: Pointer; readonly format?: "ms" };
  /** Members that a new entity has unless the request gives them. */
  readonly initial: Readonly<Record<Pointer, unknown>>;
}

/** What an operation does with a resource. */
export interface ResourceUse {
  readonly type: string;
  readonly action: "list" | "create" | "get" | "update" | "replace" | "delete";
  /** Which entity, for get, update, replace and delete. */
  readonly key?: ParamRef;
  /** Members of the entity that must equal a value of the request; what they name must exist where it is a parent. */
  readonly scope: Readonly<Record<Pointer, ParamRef>>;
  /** The same, but only if the request has the value. */
  readonly filter: Readonly<Record<Pointer, ParamRef>>;
  /** Members that a new entity takes from the request although no answer shows them, or under another name. */
  readonly hidden: Readonly<Record<Pointer, ParamRef>>;
  readonly sort?: {
    readonly param: ParamRef;
    readonly order?: ParamRef;
    /** Values of `order` for up and down. */
    readonly values: readonly [unknown, unknown];
    readonly keys: readonly string[];
    /** What the list is sorted by when nothing is asked, such as `createdAt desc`. */
  };
  /** Order of a list when the request asks for none; without it, the order of creation. */
  readonly order?: { readonly by: Pointer; readonly direction: "asc" | "desc" };
  /** Where the entity stands in the request body. */
  readonly item: Pointer;
  /** Where the entity stands in the answer. */
  readonly result: Pointer;
}

/** A key that makes a repeated request harmless. */
export interface IdempotencyTable {
  /** Name of the request header. */
  readonly header: string;
  readonly ttlMs: number;
  /** Status of the answer to a repeat. */
  readonly replayStatus: number;
}

/** How one security scheme is checked. */
export interface AuthTable {
  /** How the credential is sent: `http bearer`, or an API key in a header or the query. */
  readonly type: "bearer" | "apiKey";
  /** Name of the header or query parameter of an API key. */
  readonly name?: string;
  readonly in?: "header" | "query";
  /** Scopes by role. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Credentials that operations issue: entities of a resource, with the credential and its end. */
  readonly issued?: { readonly type: string; readonly token: Pointer; readonly until: Pointer };
  /** Header with the name of the user as whom the owner of the credential acts. */
  readonly actAs?: string;
  readonly missing: AnswerTable;
  readonly invalid: AnswerTable;
  readonly forbidden: AnswerTable;
}

/** What is told to whom when something becomes of an entity. */
export interface WebhooksTable {
  /** The resource whose entities say who is told, and where they have their address, events and key. */
  readonly receiver: {
    readonly type: string;
    readonly url: Pointer;
    readonly events: Pointer;
    readonly secret: Pointer;
  };
  /** The header that carries the signature of the raw body, and how it is made. */
  readonly signature: { readonly header: string; readonly algorithm: "hmac-sha1"; readonly encoding: "hex" };
  readonly delivery: {
    readonly attempts: number;
    /** Wait before the second attempt; each later one waits twice as long as the one before. */
    readonly backoffMs: number;
    /** How long an answer may take. */
    readonly timeoutMs: number;
  };
  /** By the name of the event. */
  readonly events: Readonly<Record<string, WebhookEventTable>>;
}

/** When an event happens, and what is sent. */
export interface WebhookEventTable {
  /** Each of these is the event. */
  readonly on: readonly WebhookTriggerTable[];
  /** What the body is. */
  readonly body: Schema;
}

/** Something that becomes of an entity. */
export interface WebhookTriggerTable {
  readonly resource: string;
  readonly action: "create" | "update" | "delete";
  /** Only an update that changes one of these members. */
  readonly changes?: readonly Pointer[];
  /** Only an update after which these members have these values, and before which one of them had not. */
  readonly becomes?: Readonly<Record<Pointer, unknown>>;
}

/** The vendor's error body. */
export interface ErrorsTable {
  /** Name in {@link Tables.responses} of the answer to what no operation declares. */
  readonly response: string;
  /** Where the text for people stands in any error body. */
  readonly message: Pointer;
  /** The example of that answer which an unknown path has, and where it repeats the path. @default the first example */
  readonly unknownPath?: { readonly example: string; readonly path?: Pointer };
  /** The example of that answer which a wrong method has. @default the first example */
  readonly unknownMethod?: { readonly example: string };
}
