import { createHash } from "node:crypto";
import { binaryBody } from "../src/files/index.ts";
import {
  type Core,
  inPath,
  inQuery,
  type JobRow,
  jsonBody,
  type OperationRow,
  operation,
  type RateClassRow,
  xRateLimit,
} from "../src/index.ts";
import type { OperationFunction } from "../src/operation.ts";
import { byCursor } from "../src/pagination/by-cursor.ts";
import { byOffset } from "../src/pagination/by-offset.ts";
import { type ListFunction, listOperation } from "../src/pagination/list-operation.ts";
import { asBlob } from "../src/response/as-blob.ts";
import { asJson } from "../src/response/as-json.ts";
import type { ScriptedAnswer } from "../src/testing/index.ts";
import { anyHost } from "../src/transport/redirect.ts";
import { waitFunction } from "../src/waiters/wait-function.ts";
import type { Kind } from "./outcomes.ts";

/** What a kind of call is made with. */
export interface Setting {
  readonly core: Core;
  /** The rate class of its operations, where they have one. */
  readonly rate: Pick<OperationRow, "rateLimit">;
}

/** What a call gave: its data, and what it cost where the form tells that. */
export interface Given {
  readonly data: unknown;
  readonly attempts?: number;
}

/** One kind of call: how it is made, and what its server answers where nothing is wrong. */
export interface KindOfCall {
  /** Makes the call. */
  run(setting: Setting): Promise<Given>;
  /** Whether a request is one that the server may misbehave on; those before it get `opening`. */
  isTroubled(request: { readonly method: string; readonly url: string }): boolean;
  /** The good answers of the requests before. */
  readonly opening?: ScriptedAnswer;
  /** The good answer. */
  readonly good: ScriptedAnswer;
  /** What the caller gets of it. */
  readonly data: unknown;
}

/** With headers that tell the window, because some hints stand there. */
export const normal: RateClassRow = { name: "normal", quota: 120, windowMs: 60_000, headers: xRateLimit };
/** Long enough to be cut in the middle. */
const note = "A painted room, seen from the door. ".repeat(4);
const photo = new Uint8Array(3_000).map((_, index) => index % 251);
const digest = (text: string) => createHash("sha256").update(text, "latin1").digest("hex");

const row = (
  id: string,
  method: OperationRow["method"],
  path: string,
  more: Partial<OperationRow> = {},
): OperationRow => ({
  id,
  method,
  path,
  parse: asJson,
  ...(path.includes("{id}") && { params: { id: { in: inPath, type: "integer", required: true } } }),
  ...more,
});

const once =
  (made: OperationRow, input: object): KindOfCall["run"] =>
  async ({ core, rate }) => {
    const { data, meta } = await operation<OperationFunction>({ ...made, ...rate }).full(core, input);
    return { data: data instanceof Blob ? await data.text() : data, attempts: meta.attempts };
  };

const listed =
  (pagination: OperationRow["pagination"], param: string): KindOfCall["run"] =>
  async ({ core, rate }) => {
    const params = { [param]: { in: inQuery, type: param === "skip" ? "integer" : "string" } } as const;
    const list = listOperation<ListFunction>({
      ...row("listVisits", "GET", "/visits", { params, ...rate }),
      pagination: pagination as NonNullable<typeof pagination>,
    });
    const data: unknown[] = [];
    for await (const item of list(core, {})) data.push(item);
    return { data };
  };

const visit = { id: 5, note };

/** Pages by a token; the second page is the one that the server may misbehave on. */
const byToken: KindOfCall = {
  run: listed({ walk: byCursor, param: "cursor", items: "/items", key: "/id", next: "/next" }, "cursor"),
  isTroubled: ({ url }) => url.includes("cursor="),
  opening: { json: { items: [{ id: 1 }], next: "c1" } },
  good: { json: { items: [{ id: 2 }], note } },
  data: [{ id: 1 }, { id: 2 }],
};

/** Pages by a number of items to skip. */
export const bySkip: KindOfCall = {
  run: listed({ walk: byOffset, param: "skip", items: "/items", key: "/id", total: "/total" }, "skip"),
  isTroubled: ({ url }) => url.includes("skip=1"),
  opening: { json: { items: [{ id: 1 }], total: 2 } },
  good: { json: { items: [{ id: 2 }], total: 2 } },
  data: [{ id: 1 }, { id: 2 }],
};

const job: JobRow = {
  name: "print",
  start: { id: "/id", state: "/status" },
  status: { operationId: "getPrint", param: "path.id", state: "/status" },
  states: {
    running: { next: ["complete", "error"] },
    complete: { end: "success", result: ["/data/url"] },
    error: { end: "failure", message: ["/messages/0"] },
  },
  // The default pace of section 11.
  poll: { everyMs: 2_000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
  result: ["/data"],
  resultKind: "json",
};

/** Starts a job and waits for it; the polls are what the server may misbehave on. */
const waited: KindOfCall["run"] = async ({ core, rate }) => {
  const begin = row("startPrint", "POST", "/prints", rate);
  const status = row("getPrint", "GET", "/prints/{id}", { params: { id: { in: inPath, type: "string" } }, ...rate });
  const wait = waitFunction({
    row: job,
    operation: begin,
    start: operation<OperationFunction>(begin),
    status: operation<OperationFunction>(status),
    statusParam: "id",
  });
  return { data: await wait(core, {}).done() };
};

/** All kinds. */
export const kinds: { readonly [kind in Kind]: KindOfCall } = {
  get: {
    run: once(row("getVisit", "GET", "/visits/{id}"), { id: 5 }),
    isTroubled: () => true,
    good: { json: visit },
    data: visit,
  },
  list: byToken,
  create: {
    run: once(row("createVisit", "POST", "/visits", { body: { write: jsonBody, required: true } }), { body: visit }),
    isTroubled: () => true,
    good: { status: 201, json: visit },
    data: visit,
  },
  upload: {
    run: once(row("replacePhoto", "PUT", "/visits/{id}/photo", { body: { write: binaryBody, required: true } }), {
      id: 5,
      body: photo,
    }),
    isTroubled: () => true,
    good: { json: visit },
    data: visit,
  },
  download: {
    run: once(row("downloadPhoto", "GET", "/visits/{id}/photo", { parse: asBlob, redirects: anyHost }), { id: 5 }),
    isTroubled: () => true,
    good: { body: note, headers: { "content-type": "image/png" } },
    data: note,
  },
  wait: {
    run: waited,
    isTroubled: ({ url }) => url.includes("/prints/"),
    opening: { status: 201, json: { id: "p1", status: "running" } },
    good: { json: { id: "p1", status: "complete", data: { url: "https://bucket.test/p1", note } } },
    data: { url: "https://bucket.test/p1", note },
  },
};

/** The digest of each body that a kind sends; a body that is sent again must be the same. */
export const bodies: { readonly [kind in Kind]?: string } = {
  create: digest(JSON.stringify(visit)),
  upload: digest(Buffer.from(photo).toString("latin1")),
};

/** Digest of a body as the server saw it, one character for each byte. */
export const bodyDigest: (body: string) => string = digest;
