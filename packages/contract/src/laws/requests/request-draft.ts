import type { OperationTable } from "@fairlead/sandbox/tables";

/** A request before it is written out: parameters by wire name, and the body as a value. */
export interface RequestDraft {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body?: DraftBody;
}

/** A body: a JSON value, an object of form fields whose files are Blobs, or bytes. */
export interface DraftBody {
  readonly mediaType: string;
  readonly value: unknown;
}

/** A body that is already written out, such as one that is broken on purpose. */
export interface RawBody {
  readonly text: string;
  readonly contentType?: string;
}

/** A request as it goes out. */
export interface WrittenRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | Blob;
}

/** Writes a draft out as its operation declares it. */
export function writeRequest(operation: OperationTable, draft: RequestDraft, raw?: RawBody): WrittenRequest {
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(text(draft.path[name])),
  );
  const query = queryOf(operation, draft.query).toString();
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(draft.header))
    if (value !== undefined) headers[name.toLowerCase()] = text(value);
  const target = query === "" ? path : `${path}?${query}`;
  if (raw !== undefined) {
    if (raw.contentType !== undefined) headers["content-type"] = raw.contentType;
    return {
      method: operation.method,
      target,
      headers,
      body: raw.contentType === undefined ? new Blob([raw.text]) : raw.text,
    };
  }
  if (draft.body === undefined) return { method: operation.method, target, headers };
  const { mediaType, value } = draft.body;
  if (mediaType === "multipart/form-data") return { method: operation.method, target, headers, body: formOf(value) };
  headers["content-type"] = sentType(mediaType, value);
  if (value instanceof Blob) return { method: operation.method, target, headers, body: value };
  const isForm = mediaType === "application/x-www-form-urlencoded";
  const body = isForm ? new URLSearchParams(fieldsOf(value)).toString() : JSON.stringify(value);
  return { method: operation.method, target, headers, body };
}

/** The media type of a body under the declared one, which may be a range: no request has a range. */
function sentType(declared: string, value: unknown): string {
  if (declared === "*/*") return value instanceof Blob ? "application/octet-stream" : "application/json";
  return declared === "text/*" ? "text/plain" : declared.replace("/*", "/x-any");
}

/** The request as a command for a terminal; the credential is a variable, because reports are kept. */
export function curlOf({ method, target, headers, body }: WrittenRequest, origin: string): string {
  const shown = Object.entries(headers).filter(([name]) => name !== "authorization" && name !== "x-sandbox-session");
  const parts = [`curl -X ${method} '${origin}${target}'`, '-H "authorization: Bearer $TOKEN"'];
  for (const [name, value] of shown) parts.push(`-H '${name}: ${value}'`);
  if (typeof body === "string") parts.push(`-d '${body.slice(0, 500)}'`);
  else if (body instanceof FormData)
    for (const [name, value] of body) parts.push(`-F '${name}=${typeof value === "string" ? value : "@file"}'`);
  else if (body !== undefined) parts.push("--data-binary @file");
  return parts.join(" ");
}

function queryOf(operation: OperationTable, query: Readonly<Record<string, unknown>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const declared = operation.parameters.find((parameter) => parameter.in === "query" && parameter.name === name);
    if (!Array.isArray(value)) search.append(name, text(value));
    else if (declared?.explode === false) search.append(name, value.map(text).join(","));
    else for (const item of value) search.append(name, text(item));
  }
  return search;
}

/** A multipart form; files stand last, because a server that reads a stream knows the fields before them. */
function formOf(value: unknown): FormData {
  const form = new FormData();
  const entries = Object.entries(value as Record<string, unknown>);
  for (const [name, field] of entries.filter(([, one]) => !(one instanceof Blob)))
    for (const item of [field].flat()) form.append(name, text(item));
  for (const [name, field] of entries) if (field instanceof Blob) form.append(name, field);
  return form;
}

function fieldsOf(value: unknown): [string, string][] {
  return Object.entries(value as Record<string, unknown>).flatMap(([name, field]) =>
    [field].flat().map((item): [string, string] => [name, text(item)]),
  );
}

function text(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
