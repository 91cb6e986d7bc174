import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { controlDocument } from "../src/control/document.ts";
import { handleControl } from "../src/control/handle-control.ts";
import type { Hooks } from "../src/engine/hook.ts";
import { FileStore } from "../src/files/file-store.ts";
import type { JournalRecord } from "../src/journal/journal.ts";
import { defaultLimits, type Limits } from "../src/limits.ts";
import { createSessions, type SessionsOptions } from "../src/session/create-sessions.ts";
import type { Sessions } from "../src/session/session.ts";
import type { Tables } from "../src/tables/tables.ts";
import { museumSeed } from "./museum-api.ts";
import { museumTables } from "./museum-tables.ts";

/** A request of a control plane under test. */
export interface Ask {
  readonly body?: unknown;
  /** Sent instead of `body`, as it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the sandbox. */
  readonly origin?: string;
  /** The session that the request chose. */
  readonly session?: string;
}

/** An answer that fits the document. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes, which the document has checked.
  readonly json: any;
}

/** A control plane over a museum, whose every answer is checked against the document. */
export interface ControlPlane {
  readonly sessions: Sessions;
  /** @throws {Error} The answer breaks the document. */
  ask(method: string, path: string, ask?: Ask): Promise<Told>;
}

/** Makes a control plane over a museum. */
export function controlPlane(
  options: {
    limits?: Partial<Limits>;
    controlToken?: string;
    clock?: SessionsOptions["clock"];
    tables?: Tables;
    hooks?: Hooks;
    broken?: boolean;
  } = {},
): ControlPlane {
  const limits = { ...defaultLimits, ...options.limits };
  const { tables = museumTables } = options;
  const fileStore = new FileStore(limits);
  const sessions = createSessions({
    apis: { museum: { tables, seed: museumSeed, ...(options.hooks && { hooks: options.hooks }) } },
    clock: options.clock ?? { mode: "virtual" },
    fileStore,
    limits,
  });
  const parts = options.broken ? { ...sessions, list: fail, get: fail } : sessions;
  return {
    sessions,
    async ask(method, path, { body, text, headers = {}, origin = "http://127.0.0.1:4010", session = "default" } = {}) {
      const url = new URL(`${origin}/__sandbox__${path}`);
      const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
      const type: Record<string, string> = sent === undefined ? {} : { "content-type": "application/json" };
      const request = new Request(url, {
        method,
        headers: { ...type, ...headers },
        ...(sent !== undefined && { body: sent }),
      });
      const response = await handleControl(request, url.pathname.slice("/__sandbox__".length), {
        sessions: parts,
        apis: { museum: { tables } },
        fileStore,
        limits,
        controlToken: options.controlToken,
        session: sessions.get(session) ?? sessions.default,
        url,
      });
      const answer = await response.text();
      const told = {
        status: response.status,
        headers: response.headers,
        json: answer === "" ? undefined : (JSON.parse(answer) as unknown),
      };
      const wrong = method === "HEAD" || method === "OPTIONS" ? [] : violationsOf(method, path, told);
      if (wrong.length > 0)
        throw new Error(`${method} ${path}: ${told.status} ${answer.slice(0, 500)}: ${wrong.join("; ")}`);
      return told;
    },
  };
}

function fail(): never {
  throw new Error("the shelf is broken");
}

interface Documented {
  readonly operationId: string;
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, DocumentedResponse | { readonly $ref: string }>>;
}

interface DocumentedResponse {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

/** The documented operations, with the pattern of their path. */
export const documented: readonly (Documented & { readonly method: string; readonly path: string })[] = Object.entries(
  controlDocument.paths,
).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    ...(operation as unknown as Documented),
    method: method.toUpperCase(),
    path,
  })),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "document", components: controlDocument.components });

/** Whether a value fits a schema of the document; what is wrong, or nothing. */
export function schemaViolations(schema: object, value: unknown): readonly string[] {
  const validate = ajv.compile(
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')),
  );
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What an answer breaks in the document. Paths and methods that it does not have are answered with a problem. */
function violationsOf(method: string, path: string, { status, headers, json }: Told): readonly string[] {
  const operation = operationOf(method, path);
  const type = headers.get("content-type") ?? "";
  if (operation === undefined) {
    if (status < 400) return [`${status} to what no operation declares`];
    return schemaViolations({ $ref: "#/components/schemas/Problem" }, json);
  }
  const found = operation.responses[String(status)] ?? (status >= 500 ? operation.responses.default : undefined);
  if (found === undefined) return [`${status} is not declared for ${operation.operationId}`];
  const response = resolve(found);
  const lacking = Object.entries(response.headers ?? {}).filter(
    ([name, { required }]) => required && !headers.has(name),
  );
  if (lacking.length > 0) return lacking.map(([name]) => `the header ${name} is missing`);
  if (response.content === undefined) return json === undefined ? [] : ["a body is not declared"];
  const content = response.content[type];
  return content === undefined ? [`${type} is not declared`] : schemaViolations(content.schema, json);
}

function operationOf(method: string, path: string): Documented | undefined {
  const [pathname = ""] = path.split("?");
  return documented.find(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
  );
}

function resolve(response: DocumentedResponse | { readonly $ref: string }): DocumentedResponse {
  if (!("$ref" in response)) return response;
  const name = response.$ref.slice(response.$ref.lastIndexOf("/") + 1);
  return (controlDocument.components.responses as Record<string, DocumentedResponse>)[name] ?? {};
}

let count = 0;

/** An exchange as the engine tells it; its journal is to mask it. */
export function exchange(about: Partial<JournalRecord> = {}): JournalRecord {
  count += 1;
  return {
    id: `entry-${count}`,
    at: Date.UTC(2026, 0, 1),
    durationMs: 1.5,
    session: "default",
    api: "museum",
    operation: undefined,
    method: "GET",
    pathname: "/api/exhibitions",
    query: new URLSearchParams(),
    headers: new Headers(),
    status: 200,
    violations: [],
    requestBody: undefined,
    responseBody: undefined,
    ...about,
  };
}
