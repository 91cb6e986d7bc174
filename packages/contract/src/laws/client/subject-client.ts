import {
  type Core,
  type CoreOptions,
  createCore,
  type JobRow,
  type ListFunction,
  type ListRow,
  listOperation,
  type OperationFunction,
  type OperationRow,
  operation,
} from "@fairlead/runtime";
import { fileResult } from "@fairlead/runtime/files";
import { jobOperation, type WaitFunction } from "@fairlead/runtime/waiters";
import type { OperationTable } from "@fairlead/sandbox/tables";
import type { LawContext } from "../law-context.ts";
import type { LawClient } from "../requests/law-client.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import type { ClientRows } from "./client-subject.ts";
import { WorldTime } from "./world-time.ts";

/** A function of the client: a plain one, or that of a list or of a job. */
export type ClientFunction = Pick<OperationFunction, "safe"> & Partial<ListFunction> & { readonly wait?: WaitFunction };

/** A request that the client has sent, in the order of sending. */
export interface Sent {
  /** The operation of the document that it is for; absent where none has its method and path. */
  readonly operationId: string | undefined;
  readonly url: URL;
  readonly headers: Headers;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** 0 until it is answered. */
  status: number;
}

/** Answers a request in the place of the world, or with its help. */
export type Answering = (
  sent: Sent,
  request: Request,
  next: (other?: Request) => Promise<Response>,
) => Promise<Response>;

/** A client made of rows, in a world whose time passes while it waits. */
export interface SubjectClient {
  readonly core: Core;
  readonly time: WorldTime;
  readonly sent: readonly Sent[];
  /** The function of an operation. @throws {RangeError} The client has none. */
  of(id: string): ClientFunction;
}

/**
 * Makes a client of rows as generated code does, and connects it to the world of a law's own client.
 * @param answering - Stands between the client and the world. @default the world answers
 */
export function subjectClient(
  { world, context }: LawClient,
  rows: ClientRows,
  options: Partial<Pick<CoreOptions, "retry" | "rateLimit">> = {},
  answering: Answering = (_sent, _request, next) => next(),
): SubjectClient {
  const time = new WorldTime(world);
  const sent: Sent[] = [];
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    time.busy++;
    try {
      const request = new Request(address, init);
      const url = new URL(address);
      const operationId = operationAt(
        request.method,
        address.slice(world.origin.length),
        address,
        world.origin,
        context,
      );
      const entry: Sent = { operationId, url, headers: request.headers, at: time.now(), status: 0 };
      sent.push(entry);
      const response = await answering(entry, request, (other = request) => world.fetch(other));
      entry.status = response.status;
      // Read here, where the clock stands still.
      const bytes = await response.arrayBuffer();
      const hasBody = bytes.byteLength > 0 && ![204, 205, 304].includes(response.status);
      return new Response(hasBody ? bytes : null, { status: response.status, headers: response.headers });
    } finally {
      time.busy--;
    }
  };
  const core = createCore({
    name: "fairlead-laws",
    version: "0.0.0",
    auth: credentialOf(world.token(), context) as string,
    baseUrl: world.origin,
    clock: time,
    random: () => 0.5,
    timeouts: { totalMs: 1e9 },
    ...options,
    fetch,
  });
  const functions = functionsOf(rows);
  const of = (id: string): ClientFunction => {
    const found = functions.get(id);
    if (found === undefined) throw new RangeError(`The client has no operation ${id}.`);
    return found;
  };
  return { core, time, sent, of };
}

/** What a function of a client takes: the values of a draft by their names. */
export function inputOf(draft: RequestDraft): Record<string, unknown> {
  const { path, query, header, body } = draft;
  return { ...path, ...query, ...header, ...(body === undefined ? {} : { body: body.value }) };
}

function functionsOf(rows: ClientRows): Map<string, ClientFunction> {
  const functions = new Map<string, ClientFunction>();
  for (const [id, row] of Object.entries(rows)) functions.set(id, functionOf(row, functions));
  return functions;
}

function functionOf(row: OperationRow, functions: ReadonlyMap<string, ClientFunction>): ClientFunction {
  if (hasPages(row)) return listOperation<ClientFunction>(row);
  if (!hasJob(row)) return operation<ClientFunction>(row);
  const { status, result, resultKind } = row.job;
  return jobOperation<ClientFunction>(row, {
    ...(status.operationId === row.id ? {} : { status: () => functions.get(status.operationId) as object }),
    ...(result === undefined ? {} : { result }),
    ...(resultKind === "file" ? { as: fileResult } : {}),
  });
}

function hasPages(row: OperationRow): row is ListRow {
  return row.pagination !== undefined;
}

function hasJob(row: OperationRow): row is OperationRow & { readonly job: JobRow } {
  return row.job !== undefined;
}

/** The credential as the first scheme wants it: a bearer token is the runtime's own way. */
function credentialOf(token: string, { tables }: LawContext): CoreOptions["auth"] {
  const [scheme] = Object.values(tables.auth);
  if (scheme === undefined || scheme.type === "bearer") return token;
  if (scheme.in === "query") throw new RangeError("A client has no credentials in the query.");
  return () => ({ [scheme.name ?? "authorization"]: token });
}

const patterns = new WeakMap<LawContext, readonly { readonly operation: OperationTable; readonly pattern: RegExp }[]>();

function operationAt(
  method: string,
  target: string,
  address: string,
  origin: string,
  context: LawContext,
): string | undefined {
  if (!address.startsWith(`${origin}/`)) return undefined;
  let known = patterns.get(context);
  if (known === undefined) {
    known = context.tables.operations
      .map((operation) => {
        const literal = operation.path.replaceAll(/[.+*?^$()|[\]\\]/g, "\\$&");
        return { operation, pattern: new RegExp(`^${literal.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`) };
      })
      // Fewer parameters first: a literal segment wins over a parameter.
      .sort((a, b) => a.operation.path.split("{").length - b.operation.path.split("{").length);
    patterns.set(context, known);
  }
  const path = target.split("?")[0] ?? "";
  return known.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation.id;
}
