import { AuthError, parseJson } from "@fairlead/runtime";
import { type Bytes, type RawBody, rawBody, type WebhookRequest } from "./raw-body.ts";
import type { WebhookEvent } from "./webhook-event.ts";
import { WebhookSignatureError } from "./webhook-signature-error.ts";

/** A delivery whose body a framework has read already. */
export interface RawWebhook {
  /** Its headers: `Headers`, or an object as Node has them. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Its body as it came. */
  readonly body: RawBody;
}

/** Options of {@link verifyWebhook}. */
export interface VerifyWebhookOptions {
  /**
   * Bytes that a body may have. Events are far smaller, and whoever sends more is not read to the end.
   * @default 1048576
   */
  readonly maxBodyBytes?: number;
}

/** The secret of a webhook, as it may come from the environment; several while one takes the place of another. */
export type WebhookSecret = string | undefined | readonly (string | undefined)[];

const header = "x-vercel-signature";
const algorithm = { name: "HMAC", hash: "SHA-1" };

/**
 * Gives the event of a delivery whose signature is right. It says nothing of when the delivery was sent, and one may come
 * twice: keep the ids of events that must not count double.
 * @param request - The request, whose body must not have been read; or its headers and its body as it came.
 * @param secret - What `createWebhook` gave, or the client secret of an integration. Of several, one must fit; those that
 * are missing or empty are passed over.
 * @throws {WebhookSignatureError} The signature is missing, malformed or wrong; the body was read before, is too large,
 * broke off, or is signed and no event. See `kind`.
 * @throws {AuthError} There is no secret.
 * @see https://vercel.com/docs/webhooks/webhooks-api#securing-webhooks
 */
export async function verifyWebhook(
  request: WebhookRequest | RawWebhook,
  secret: WebhookSecret,
  { maxBodyBytes = 1_048_576 }: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const secrets = [secret].flat().filter((one) => typeof one === "string" && one !== "");
  // With an empty one, anybody could sign.
  if (!secrets.length) throw new AuthError(undefined, "the secret of the webhook is missing or empty");
  const signature = readSignature(request.headers);
  const body = await rawBody(request, maxBodyBytes);
  let isRight = false;
  for (const one of secrets) isRight = (await isSigned(body, signature, one as string)) || isRight;
  if (!isRight)
    throw new WebhookSignatureError("wrong", `${header} is not that of this body; is it the secret of this webhook?`);
  return readEvent(body);
}

/** The bytes of the signature. */
function readSignature(headers: RawWebhook["headers"]): Bytes {
  const value = headerOf(headers);
  if (value === undefined || value === "")
    throw new WebhookSignatureError(
      "missing",
      `there is no ${header}; the sender is not the vendor, or a proxy took it`,
    );
  if (!/^[0-9a-f]{40}$/i.test(value))
    throw new WebhookSignatureError("malformed", `${header} is not 40 hexadecimal digits`);
  return Uint8Array.from(value.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

function headerOf(headers: RawWebhook["headers"]): string | undefined {
  if (typeof headers.get === "function") return (headers as Headers).get(header) ?? undefined;
  // Frameworks differ in the case of names.
  const values = Object.entries(headers).filter(([name]) => name.toLowerCase() === header);
  return values.length ? values.flatMap(([, value]) => value ?? []).join(", ") : undefined;
}

/** Compares in constant time, as `crypto.subtle.verify` does. */
async function isSigned(body: Bytes, signature: Bytes, secret: string): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["verify"]);
  return crypto.subtle.verify(algorithm, key, signature, body);
}

function readEvent(body: Bytes): WebhookEvent {
  let event: unknown;
  try {
    event = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    // Without the cause: the text of a syntax error has a piece of the body in it.
    throw new WebhookSignatureError("notJson", "the body is signed and no JSON");
  }
  const { id, type, payload } = Object(event);
  if (typeof id === "string" && typeof type === "string" && typeof payload === "object" && payload !== null)
    return event as WebhookEvent;
  throw new WebhookSignatureError("notEvent", "the body is signed and no event: it lacks an id, a type or a payload");
}
