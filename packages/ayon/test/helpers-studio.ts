import { createAyonCore } from "@fairlead/ayon/operations";
import type { Core } from "@fairlead/runtime";

/** A row of one of the lists. */
type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** A request as it came in. */
export interface SeenCall {
  /** Method and path, such as `POST /graphql`. */
  readonly what: string;
  readonly headers: Headers;
  /** The parsed body of JSON, else the bytes. */
  readonly body: unknown;
}

/** What a route says. */
export type Reply = readonly [status: number, body: unknown];

/** A studio of one project, in this process: it knows what the helpers ask for, and nothing else. */
export interface Studio {
  readonly core: Core;
  readonly seen: SeenCall[];
  /** The rows of the lists, by the name of the list. */
  readonly rows: { readonly [list in "folders" | "tasks" | "products" | "versions" | "representations"]: Row[] };
  /** Answers in the studio's place where it gives something; the studio goes on where not. */
  before: ((call: SeenCall) => Reply | undefined) | undefined;
}

/** What an operation of a batch looks like on the wire. */
interface SentOperation {
  readonly id: string;
  readonly type: string;
  readonly entityType: "product" | "version" | "representation";
  readonly entityId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Opens a studio with the folders `shots` and `shots/sh010`, and the task compositing. */
export function openStudio(): Studio {
  const folder = { id: hex("f1"), path: "/shots", active: true };
  const shot = { id: hex("f2"), path: "/shots/sh010", active: true };
  const task = { id: hex("a1"), name: "compositing", folderId: shot.id, active: true };
  const rows: Studio["rows"] = {
    folders: [folder, shot],
    tasks: [task],
    products: [],
    versions: [],
    representations: [],
  };

  const answer = (call: SeenCall): Reply => {
    const replied = studio.before?.(call);
    if (replied) return replied;
    if (call.what === "POST /graphql") return [200, query(rows, call.body)];
    if (call.what.endsWith("/operations")) return [200, apply(rows, call.body)];
    if (call.what.endsWith("/thumbnail")) return [200, { id: hex("c1") }];
    if (call.what.endsWith("/reviewables")) return [200, { activityId: hex("d1"), fileId: hex("d2") }];
    return [404, { code: 404, detail: "Not found", path: call.what }];
  };
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const bytes = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
    const isJson = headers.get("content-type") === "application/json";
    const body = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : bytes;
    const { pathname, search } = new URL(url);
    const call = { what: `${init.method} ${pathname}${search}`, headers, body };
    studio.seen.push(call);
    const [status, reply] = answer({ ...call, what: `${init.method} ${pathname}` });
    return Response.json(reply, { status });
  };
  const core = createAyonCore({ baseUrl: "https://ayon.example.com", auth: "a-token-0123456789", fetch, retry: false });
  const studio: Studio = { core, seen: [], rows, before: undefined };
  return studio;
}

/** An id that ends with some digits. */
export function hex(end: string): string {
  return end.padStart(32, "0");
}

/** The batches that a studio was sent. */
export function batchesOf({ seen }: Studio): SentOperation[][] {
  const batches = seen.filter(({ what }) => what.endsWith("/operations"));
  return batches.map(({ body }) => (body as { operations: SentOperation[] }).operations);
}

/** For each argument of a list, the member that it filters by. */
const filters: { readonly [argument: string]: string } = {
  ids: "id",
  paths: "path",
  names: "name",
  namesCi: "name",
  folderIds: "folderId",
  productIds: "productId",
};

function query(rows: Studio["rows"], body: unknown): unknown {
  const { query: text, variables } = body as { query: string; variables: Record<string, unknown> };
  const list = /^query (\w+)/.exec(text)?.[1] as keyof Studio["rows"];
  const lower = (value: unknown) => `${value}`.replace(/^\//, "").toLowerCase();
  let nodes = rows[list].filter((row) =>
    Object.entries(filters).every(([argument, member]) => {
      const wanted = variables[argument] as unknown[] | undefined;
      return !wanted || wanted.map(lower).includes(lower(row[member]));
    }),
  );
  if (variables.sortBy === "version") nodes = nodes.toSorted((a, b) => Number(a.version) - Number(b.version));
  if (variables.last) nodes = nodes.toReversed().slice(0, Number(variables.last));
  const edges = nodes.map((node) => ({ node }));
  return { data: { project: { [list]: { edges, pageInfo: { endCursor: null, hasMore: false } } } } };
}

function apply(rows: Studio["rows"], body: unknown): unknown {
  const { operations } = body as { operations: SentOperation[] };
  const made: [SentOperation["entityType"], Row][] = [];
  const results: unknown[] = [];
  for (const { id, type, entityType, entityId, data } of operations) {
    const row = { active: true, ...data, id: entityId };
    const isTaken = [
      ...rows[`${entityType}s`],
      ...made.filter(([kind]) => kind === entityType).map(([, one]) => one),
    ].some((one) => isSame(entityType, one, row));
    const [status, errorCode, detail] = isTaken ? [500, "unique-violation", "key (a, b) exists"] : [201, null, null];
    results.push({ id, type, entityType, entityId, success: !isTaken, status, errorCode, detail });
    if (isTaken) return { operations: results, success: false };
    made.push([entityType, row]);
  }
  for (const [kind, row] of made) rows[`${kind}s`].push(row);
  return { operations: results, success: true };
}

function isSame(kind: SentOperation["entityType"], one: Row, other: Row): boolean {
  const members = {
    product: ["folderId", "name"],
    version: ["productId", "version"],
    representation: ["versionId", "name"],
  };
  // Inactive ones may share a name.
  return (
    one.active !== false &&
    members[kind].every((member) => `${one[member]}`.toLowerCase() === `${other[member]}`.toLowerCase())
  );
}
