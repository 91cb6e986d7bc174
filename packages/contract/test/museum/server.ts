import type { OperationTable } from "@fairlead/sandbox/tables";
import { Shapes } from "../../src/laws/document/shapes.ts";
import type { LawWorld, OpenWorld, WorldEntity } from "../../src/laws/world.ts";
import { museumTables } from "./tables.ts";

/** What a handler may throw to answer otherwise. */
class Answered extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

interface Thing extends WorldEntity {
  readonly id: string | number;
}

const shapes = new Shapes(museumTables);
const start = Date.UTC(2026, 0, 1);

/** A museum written by hand, correct in everything that its tables declare: what laws are tried on first. */
export const openMuseum: OpenWorld = async () => new Museum().world();

class Museum {
  now = start;
  sequence = 7;
  readonly wings: Thing[] = [{ id: 1 }, { id: 2 }];
  exhibits: Thing[] = [];
  visits: Thing[] = [];
  prints: (Thing & { status: string; since: number; polls: number; end?: string; message?: string })[] = [];
  planned: { end: string; message?: string } | undefined;
  visitCount = 1;
  readonly spent = new Map<string, number>();
  readonly replays = new Map<string, { text: string; at: number; visit: Thing }>();
  readonly journal: unknown[] = [];

  constructor() {
    this.addExhibit({ wingId: 1, title: "Amber", year: 1450, room: "north" });
    this.addExhibit({ wingId: 1, title: "Bronze", year: 1500, room: "south" });
    this.addExhibit({ wingId: 2, title: "Clay", year: 900, room: "south" });
    this.addVisit({ exhibitId: 7, name: "school class" });
  }

  world(): LawWorld {
    const lists = (): Record<string, readonly Thing[]> => ({
      Wing: this.wings,
      Exhibit: this.exhibits,
      Visit: this.visits,
      Print: this.prints,
    });
    return {
      origin: "http://museum.localhost",
      fetch: (request) => this.answer(request),
      token: (role = "keeper", tier) => `token-of-${role}${tier === undefined ? "" : `-${tier}`}`,
      now: () => this.now,
      advance: (ms) => {
        this.now += ms;
      },
      planJob: ({ end, message }) => {
        this.planned = message === undefined ? { end } : { end, message };
      },
      entities: (type) => lists()[type] ?? [],
      add: (type, entities) =>
        entities.map((one) =>
          type === "Exhibit" ? this.addExhibit(one) : type === "Visit" ? this.addVisit(one) : this.addWing(),
        ),
      journal: () => this.journal,
      close() {},
    };
  }

  addWing(): Thing {
    const wing = { id: this.wings.length + 1 };
    this.wings.push(wing);
    return wing;
  }

  addExhibit(members: WorldEntity): Thing {
    const at = new Date(this.now).toISOString();
    const exhibit = { ...members, id: this.sequence++, createdAt: at, modifiedAt: at };
    this.exhibits.push(exhibit);
    return exhibit;
  }

  addVisit({ secret: _secret, ticket: _ticket, ...members }: WorldEntity): Thing {
    const visit = {
      ...members,
      id: `visit${String(this.visitCount++).padStart(3, "0")}`,
      createdAt: new Date(this.now).toISOString(),
    };
    this.visits.push(visit);
    return visit;
  }

  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname.startsWith("/files/"))
      return new Response(new Uint8Array([0x50, 0x4b, 3, 4]), { headers: { "content-type": "application/zip" } });
    const headers: Record<string, string> = {};
    const respond = (status: number, value?: unknown): Response => {
      if (value === undefined) return new Response(null, { status, headers });
      const text = JSON.stringify(value);
      return new Response(request.method === "HEAD" ? null : text, {
        status,
        headers: { ...headers, "content-type": "application/json" },
      });
    };
    try {
      const { operation, path } = route(request.method, url.pathname);
      this.journal.push({ operationId: operation.id, method: request.method, path: operation.path });
      Object.assign(headers, this.take(operation, request));
      this.admit(operation, request);
      const query = readQuery(operation, url);
      checkParameters(operation, path, query, request);
      const body = await readBody(operation, request);
      const { status, value } = this.perform(operation, path, query, body, request);
      return respond(status, value);
    } catch (error) {
      if (!(error instanceof Answered)) throw error;
      Object.assign(headers, error.headers);
      return respond(error.status, { error: error.message });
    }
  }

  take({ rateLimit = "" }: OperationTable, request: Request): Record<string, string> {
    const { windowMs = 1 } = museumTables.rateLimits[rateLimit] ?? {};
    const quota = quotaFor(rateLimit, request);
    const window = Math.floor(this.now / windowMs);
    const key = `${rateLimit} ${window} ${request.headers.get("authorization")}`;
    const spent = (this.spent.get(key) ?? 0) + 1;
    this.spent.set(key, spent);
    const reset = ((window + 1) * windowMs) / 1000;
    const headers = {
      "x-ratelimit-limit": `${quota}`,
      "x-ratelimit-remaining": `${Math.max(0, quota - spent)}`,
      "x-ratelimit-reset": `${reset}`,
    };
    if (spent > quota)
      throw new Answered(429, "Too many requests.", {
        ...headers,
        "retry-after": `${Math.ceil(reset - this.now / 1000)}`,
      });
    return headers;
  }

  admit({ security }: OperationTable, request: Request): void {
    const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
    if (token === undefined) throw new Answered(401, "A token is needed.");
    const scopes = museumTables.auth.token?.roles[/^token-of-(\w+)(-patron)?$/.exec(token)?.[1] ?? ""];
    if (scopes === undefined) throw new Answered(401, "The token is unknown.");
    if (!security[0]?.token?.every((scope) => scopes.includes(scope)))
      throw new Answered(403, "The token may not do this.");
  }

  perform(
    operation: OperationTable,
    path: Record<string, unknown>,
    query: Record<string, unknown>,
    body: Record<string, unknown>,
    request: Request,
  ): { status: number; value?: unknown } {
    const inWing = (): Thing[] => {
      if (!this.wings.some(({ id }) => id === path.wingId)) throw new Answered(404, `There is no wing ${path.wingId}.`);
      return this.exhibits.filter(({ wingId }) => wingId === path.wingId);
    };
    const found = (): Thing => inWing().find(({ id }) => id === path.exhibitId) ?? missing("exhibit", path.exhibitId);
    const free = (title: unknown, self?: Thing): void => {
      if (inWing().some((one) => one.title === title && one.id !== self?.id))
        throw new Answered(409, `${title} exists already.`);
    };
    switch (operation.id) {
      case "listExhibits": {
        const { skip = 0, limit = 10, sort, order, room } = query;
        const all = inWing().filter((one) => room === undefined || one.room === room);
        if (sort !== undefined)
          all.sort((a, b) => (order === "down" ? -1 : 1) * compare(a[String(sort)], b[String(sort)]));
        return {
          status: 200,
          value: { items: all.slice(Number(skip), Number(skip) + Number(limit)), total: all.length },
        };
      }
      case "createExhibit":
        free(body.title);
        return { status: 201, value: this.addExhibit({ wingId: path.wingId, ...body }) };
      case "getExhibit":
        return { status: 200, value: found() };
      case "updateExhibit": {
        const old = found();
        if (body.title !== undefined) free(body.title, old);
        const changed = { ...old, ...body, modifiedAt: new Date(this.now).toISOString() };
        this.exhibits = this.exhibits.map((one) => (one === old ? changed : one));
        return { status: 200, value: changed };
      }
      case "deleteExhibit": {
        const old = found();
        this.exhibits = this.exhibits.filter((one) => one !== old);
        this.visits = this.visits.filter(({ exhibitId }) => exhibitId !== old.id);
        return { status: 204 };
      }
      case "listVisits": {
        if (!this.exhibits.some(({ id }) => id === path.exhibitId)) missing("exhibit", path.exhibitId);
        const all = this.visits.filter(({ exhibitId }) => exhibitId === path.exhibitId).toReversed();
        const from = query.after === undefined ? 0 : all.findIndex(({ id }) => id === query.after) + 1;
        if (query.after !== undefined && from === 0) missing("visit", query.after);
        const to = from + Number(query.size ?? 20);
        return { status: 200, value: { items: all.slice(from, to), more: to < all.length } };
      }
      case "createVisit":
        return this.visit(body, request);
      case "printCatalogue": {
        inWing();
        const job = {
          id: `print-${this.prints.length + 1}`,
          status: "queued",
          messages: [],
          createdAt: new Date(this.now).toISOString(),
          since: this.now,
          polls: 0,
          ...this.planned,
        };
        this.planned = undefined;
        this.prints.push(job);
        return { status: 201, value: show(job) };
      }
      case "getPrint": {
        const job = this.prints.find(({ id }) => id === path.id) ?? (missing("print", path.id) as never);
        this.progress(job);
        return { status: 200, value: show(this.prints.find(({ id }) => id === path.id) ?? job) };
      }
      default:
        return { status: 200, value: { normal: quotaFor("normal", request) } };
    }
  }

  visit(body: Record<string, unknown>, request: Request): { status: number; value: unknown } {
    const key = request.headers.get("visit-key");
    const text = JSON.stringify(body);
    const known = this.replays.get(key ?? "");
    if (key !== null && known !== undefined && this.now - known.at <= 3_600_000) {
      if (known.text !== text) throw new Answered(409, "The key was used with another body.");
      return { status: 200, value: known.visit };
    }
    if (!this.exhibits.some(({ id }) => id === body.exhibitId)) missing("exhibit", body.exhibitId);
    const visit = this.addVisit(body);
    if (key !== null) this.replays.set(key, { text, at: this.now, visit });
    return { status: 201, value: visit };
  }

  progress(job: Museum["prints"][number]): void {
    let { status, since, polls } = { ...job, polls: job.polls + 1 };
    for (;;) {
      const state = museumTables.jobs.print?.states[String(status)];
      if (state === undefined || "end" in state) break;
      const byTime = this.now - since >= (state.after.ms ?? Number.POSITIVE_INFINITY);
      if (!byTime && polls < (state.after.polls ?? Number.POSITIVE_INFINITY)) break;
      status = status === "printing" && job.end !== undefined ? job.end : (state.next[0] ?? status);
      since = byTime ? since + (state.after.ms ?? 0) : this.now;
      polls = 0;
    }
    const file = status === "done" ? { file: "http://museum.localhost/files/catalogue.zip" } : {};
    const messages = status === "jammed" ? [job.message ?? "The printer jammed."] : [];
    this.prints = this.prints.map((one) => (one === job ? { ...job, status, since, polls, messages, ...file } : one));
  }
}

function show({
  since: _since,
  polls: _polls,
  end: _end,
  message: _message,
  ...shown
}: Museum["prints"][number]): WorldEntity {
  return shown;
}

function quotaFor(rateLimit: string, request: Request): number {
  const { quota = 0, tiers = {} } = museumTables.rateLimits[rateLimit] ?? {};
  return (request.headers.get("authorization")?.endsWith("-patron") ? tiers.patron : undefined) ?? quota;
}

function missing(what: string, id: unknown): never {
  throw new Answered(404, `There is no ${what} ${id}.`);
}

function compare(one: unknown, other: unknown): number {
  return one === other ? 0 : (one as string) < (other as string) ? -1 : 1;
}

function route(method: string, pathname: string): { operation: OperationTable; path: Record<string, unknown> } {
  const matches = museumTables.operations.flatMap((operation) => {
    const pattern = operation.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const found = new RegExp(`^${pattern}$`).exec(pathname);
    return found === null ? [] : [{ operation, groups: found.groups ?? {} }];
  });
  const match = matches.find(
    ({ operation }) => operation.method === method || (method === "HEAD" && operation.method === "GET"),
  );
  if (match === undefined) {
    if (matches.length === 0) throw new Answered(404, "No operation has this path.");
    const declared = matches.map(({ operation }) => operation.method);
    throw new Answered(405, "The method is not declared.", {
      allow: [...declared, ...(declared.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", "),
    });
  }
  const { operation, groups } = match;
  return {
    operation,
    path: Object.fromEntries(
      operation.parameters
        .filter((one) => one.in === "path")
        .map(({ name, schema }) => [name, shapes.coerce(schema, decode(groups[name] ?? ""))]),
    ),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Answered(400, "The path is badly encoded.");
  }
}

function readQuery({ parameters }: OperationTable, { searchParams }: URL): Record<string, unknown> {
  return Object.fromEntries(
    parameters.flatMap(({ name, in: place, schema }) => {
      const text = place === "query" ? searchParams.get(name) : null;
      return text === null ? [] : [[name, shapes.coerce(schema, text)]];
    }),
  );
}

function checkParameters(
  { parameters }: OperationTable,
  path: Record<string, unknown>,
  query: Record<string, unknown>,
  request: Request,
): void {
  for (const { name, in: place, schema } of parameters) {
    const value =
      place === "path" ? path[name] : place === "query" ? query[name] : (request.headers.get(name) ?? undefined);
    if (value !== undefined && !shapes.isValid(schema, value)) throw new Answered(400, `${name} is wrong.`);
  }
}

async function readBody({ body }: OperationTable, request: Request): Promise<Record<string, unknown>> {
  const [mediaType, declared] = Object.entries(body?.content ?? {})[0] ?? [];
  if (mediaType === undefined || declared === undefined) return {};
  const type = request.headers.get("content-type")?.split(";")[0] ?? "";
  if (type !== mediaType) throw new Answered(400, `${mediaType} is needed.`);
  const value =
    mediaType === "application/json"
      ? await request.json().catch(() => undefined)
      : await readForm(request, declared.schema);
  if (!shapes.isValid(declared.schema, value))
    throw new Answered(400, shapes.violations(declared.schema, value).join("; "));
  return value as Record<string, unknown>;
}

async function readForm(
  request: Request,
  schema: Parameters<Shapes["property"]>[0],
): Promise<Record<string, unknown> | undefined> {
  const form = await request.formData().catch(() => undefined);
  if (form === undefined) return undefined;
  return Object.fromEntries(
    [...form].map(([name, value]) => [
      name,
      typeof value === "string" ? shapes.coerce(shapes.property(schema, name), value) : "bytes",
    ]),
  );
}
