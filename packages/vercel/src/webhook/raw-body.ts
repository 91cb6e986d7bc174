import { WebhookSignatureError } from "./webhook-signature-error.ts";

/** Bytes that can be signed: not those of shared memory, which may change meanwhile. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A delivery as a web-standard server has it. Its body must not have been read. */
export type WebhookRequest = Pick<Request, "headers" | "body" | "bodyUsed">;

/** A body that a framework has read already: its text or its bytes as they came, never the parsed JSON. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/**
 * The bytes of a body, as they came.
 * @param maxBytes - A larger body is not read to its end.
 * @throws {WebhookSignatureError} `bodyUsed`, `bodyTooLarge` or `bodyUnreadable`.
 */
export async function rawBody(request: WebhookRequest | { readonly body: RawBody }, maxBytes: number): Promise<Bytes> {
  const bytes = "bodyUsed" in request ? await readStream(request, maxBytes) : bytesOf(request.body, maxBytes);
  // Not `>`: a limit that is no number must not be none.
  if (!(bytes.length <= maxBytes)) throw tooLarge(maxBytes);
  return bytes;
}

function bytesOf(body: unknown, maxBytes: number): Bytes {
  if (typeof body === "string") {
    // No character is less than one byte, so what is hopeless is not encoded.
    if (!(body.length <= maxBytes)) throw tooLarge(maxBytes);
    return new TextEncoder().encode(body);
  }
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  if (Object.prototype.toString.call(body) === "[object ArrayBuffer]") return new Uint8Array(body as ArrayBuffer);
  throw new WebhookSignatureError("bodyUsed", "the body is neither text nor bytes; give it as it came, not parsed");
}

async function readStream({ body, bodyUsed, headers }: WebhookRequest, maxBytes: number): Promise<Bytes> {
  if (bodyUsed || body?.locked)
    throw new WebhookSignatureError("bodyUsed", "the body was read before; verify first, or give headers and raw body");
  if (Number(headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) break;
      size += value.length;
      if (!(size <= maxBytes)) throw tooLarge(maxBytes);
      chunks.push(value);
    }
  } catch (cause) {
    // No work where the stream has ended.
    reader?.cancel().catch(() => {});
    if (cause instanceof WebhookSignatureError) throw cause;
    throw new WebhookSignatureError("bodyUnreadable", "the body broke off", { cause });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooLarge(maxBytes: number): WebhookSignatureError {
  return new WebhookSignatureError("bodyTooLarge", `the body has more than ${maxBytes} bytes; see maxBodyBytes`);
}
