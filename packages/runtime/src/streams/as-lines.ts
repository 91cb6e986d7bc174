import { startCall } from "../deadline.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { jsonLines } from "../files/json-lines.ts";
import { NO_LIMIT_MS } from "../files/transfer-body.ts";
import type { BodyParser } from "../operation-row.ts";
import { guardedStream } from "../response/guarded-body.ts";

/**
 * Gives a 2xx as its lines, each parsed as soon as it is whole. Neither the call nor the time between two lines has a
 * limit, because a stream is silent for as long as nothing happens; `timeoutMs` and `signal` of the call end it at any
 * time. The parser throws a DecodeError for one JSON value in place of lines.
 */
export const asLines: BodyParser = {
  headers: { accept: "application/stream+json, application/x-ndjson" },
  totalMs: NO_LIMIT_MS,
  async parse(call, { endsAt }, response) {
    const { status, headers, body } = response;
    const contentType = headers.get("content-type");
    if (/^application\/json\b/i.test(contentType ?? "")) {
      body?.cancel().catch(() => {});
      throw new DecodeError(call, `${status}, one JSON value and no stream of lines`, { status, contentType }, "");
    }
    // The call's own deadline ends with the call, which is before the first line.
    const timeoutMs = Math.max(1, endsAt - call.engine.clock.now());
    const rest = startCall(call, { ...call.options, timeoutMs });
    return jsonLines(new Response(guardedStream(call, rest, response, NO_LIMIT_MS), { status, headers }));
  },
};
