import type { OperationTable } from "@fairlead/sandbox/tables";
import type { RequestExample } from "../document/law-document.ts";
import { readPointer } from "../document/pointer.ts";
import type { LawContext } from "../law-context.ts";
import type { LawWorld, WorldEntity } from "../world.ts";
import { keyOf } from "./cast.ts";
import type { Exchange } from "./exchange.ts";
import { isSuccess } from "./exchange.ts";
import { isJsonLines, readAnswer } from "./read-answer.ts";
import { curlOf, type RawBody, type RequestDraft, type WrittenRequest, writeRequest } from "./request-draft.ts";
import { deriveDraft } from "./valid-draft.ts";

/** Thrown when no valid request of an operation can be derived. */
export class UnderivableError extends Error {
  override readonly name: string = "UnderivableError";
}

/** How a request is sent. */
export interface SendOptions {
  /** The credential; null for none. @default that of an account with every right */
  readonly credential?: string | null;
  /** @default the operation's own */
  readonly method?: string;
  /** Instead of the draft's body. */
  readonly raw?: RawBody;
}

/** What a client tells of each exchange. */
export type Listener = (exchange: Exchange) => void;

/** Sends requests to one world, and keeps them within its quotas by moving the clock on. */
export class LawClient {
  readonly world: LawWorld;
  readonly context: LawContext;
  /** Set to false to use quotas up. */
  paced = true;
  readonly #listen: Listener;
  readonly #spent = new Map<string, number>();
  #drafts = 0;

  constructor(world: LawWorld, context: LawContext, listen: Listener) {
    this.world = world;
    this.context = context;
    this.#listen = listen;
  }

  /** Sends a draft of an operation. */
  async send(operation: OperationTable, draft: RequestDraft, options: SendOptions = {}): Promise<Exchange> {
    const written = writeRequest(operation, draft, options.raw);
    const { method = written.method } = options;
    const isDeclared = method === operation.method || (method === "HEAD" && operation.method === "GET");
    return await this.write({ ...written, method }, isDeclared ? operation : undefined, draft, options.credential);
  }

  /** Sends a valid request of an operation. @throws {UnderivableError} None can be derived. */
  async call(operationId: string): Promise<Exchange> {
    const operation = this.context.operation(operationId);
    return await this.send(operation, await this.valid(operation));
  }

  /** Sends a request as it is. */
  async write(
    written: WrittenRequest,
    operation: OperationTable | undefined,
    draft?: RequestDraft,
    credential?: string | null,
  ): Promise<Exchange> {
    if (operation !== undefined && this.paced) await this.#pace(operation);
    const { origin } = this.world;
    const { headers, url } = this.#withCredential(written, operation, credential);
    const { method, body } = written;
    // What the operation itself answers is judged, not what a redirect leads to.
    const request = new Request(url, { method, headers, redirect: "manual", ...(body === undefined ? {} : { body }) });
    const curl = curlOf(written, origin);
    const response = await this.world
      .fetch(request)
      .catch(
        (error: unknown) =>
          new Response(`The call failed: ${error instanceof Error ? error.message : error}`, { status: 599 }),
      );
    const bytes = await readAnswer(response);
    const json = jsonOf(response, bytes);
    const exchange = {
      operation,
      draft,
      method,
      status: response.status,
      headers: response.headers,
      bytes,
      json,
      curl,
    };
    this.#listen(exchange);
    return exchange;
  }

  /** A valid request of an operation. @throws {UnderivableError} None can be derived. */
  async valid(
    operation: OperationTable,
    options: { readonly example?: RequestExample; readonly given?: ReadonlyMap<string, WorldEntity> } = {},
    depth = 0,
  ): Promise<RequestDraft> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const population = await this.population();
      const derived = deriveDraft(operation, this.context, { population, ...options, number: ++this.#drafts });
      if ("draft" in derived) {
        const { draft } = derived;
        const own = await this.context.requests[operation.id]?.(this, draft);
        return own === undefined ? draft : { ...draft, ...own };
      }
      if (depth > 3 || !(await this.#make(derived.missing, depth)))
        throw new UnderivableError(`${operation.id} needs an entity ${derived.missing}, and there is none that fits.`);
    }
    throw new UnderivableError(`${operation.id} needs entities that don't belong together.`);
  }

  /** All entities of the world by type. */
  async population(): Promise<Map<string, readonly WorldEntity[]>> {
    const found = new Map<string, readonly WorldEntity[]>();
    for (const type of Object.keys(this.context.tables.resources)) found.set(type, await this.world.entities(type));
    return found;
  }

  /** The stored entity that an answer shows. */
  async stored(type: string, shown: unknown): Promise<WorldEntity | undefined> {
    const { tables } = this.context;
    const key = readPointer(shown, tables.resources[type]?.key.pointer ?? "/id");
    return (await this.world.entities(type)).find((entity) => String(keyOf(tables, type, entity)) === String(key));
  }

  /** Makes an entity of a type by an operation that creates one. */
  async #make(type: string, depth: number): Promise<boolean> {
    const { tables } = this.context;
    const maker = tables.operations.find(
      ({ job, resource }) =>
        (resource?.type === type && resource.action === "create") ||
        (job !== undefined && tables.jobs[job]?.resource === type),
    );
    if (maker === undefined) return false;
    return isSuccess(await this.send(maker, await this.valid(maker, {}, depth + 1)));
  }

  /** Begins a new window when this one is used up. */
  async #pace({ rateLimit = "" }: OperationTable): Promise<void> {
    const quota = this.context.tables.rateLimits[rateLimit];
    if (quota === undefined) return;
    const spent = (this.#spent.get(rateLimit) ?? 0) + 1;
    this.#spent.set(rateLimit, spent);
    if (spent <= quota.quota) return;
    this.#spent.set(rateLimit, 1);
    await this.world.advance(quota.windowMs);
  }

  #withCredential(
    { target, headers }: WrittenRequest,
    operation: OperationTable | undefined,
    given: string | null | undefined,
  ): { url: string; headers: Headers } {
    const url = new URL(`${this.world.origin}${target}`);
    const sent = new Headers(headers);
    if (given === null) return { url: url.href, headers: sent };
    const { auth } = this.context.tables;
    const own = given === undefined ? this.world.credential?.(operation?.id ?? "") : undefined;
    const schemes = (operation?.security ?? []).flatMap((alternative) => Object.keys(alternative));
    const scheme = auth[own?.scheme ?? schemes[0] ?? Object.keys(auth)[0] ?? ""];
    const credential = own?.value ?? given ?? this.world.token();
    if (scheme === undefined) return { url: url.href, headers: sent };
    if (scheme.type === "bearer") sent.set("authorization", `Bearer ${credential}`);
    else if (scheme.in === "query") url.searchParams.set(scheme.name ?? "key", credential);
    else sent.set(scheme.name ?? "authorization", credential);
    return { url: url.href, headers: sent };
  }
}

function jsonOf({ headers }: Response, bytes: Uint8Array): unknown {
  const mediaType = headers.get("content-type") ?? "";
  if (!/[/+]json\b/.test(mediaType) || isJsonLines(mediaType)) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
