import { signBody } from "./sign-body.ts";

/** What one attempt takes. */
export interface PostEvent {
  readonly url: string;
  /** The raw body, which is signed as it is. */
  readonly body: string;
  /** Header of the signature. */
  readonly header: string;
  readonly secret: string;
  /** How long an answer may take, in milliseconds of real time: the receiver lives in it. */
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  /** Ends the attempt before. */
  readonly signal: AbortSignal;
}

/** How an attempt ended. */
export interface PostOutcome {
  readonly delivered: boolean;
  readonly status?: number;
  readonly error?: string;
}

/**
 * Posts an event once. It goes to http and https addresses alone and follows no redirect, because whoever makes a
 * webhook names an address, not wherever that sends on to. It does not reject.
 */
export async function postEvent({ url, body, header, secret, timeoutMs, ...means }: PostEvent): Promise<PostOutcome> {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target === undefined || !/^https?:$/.test(target.protocol))
    return { delivered: false, error: "The address is neither an http nor an https one" };
  if (target.username !== "" || target.password !== "")
    return { delivered: false, error: "The address holds a user or a password, which fetch refuses" };
  const bytes = new TextEncoder().encode(body);
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await means.fetch(target.href, {
      method: "POST",
      headers: { "content-type": "application/json", [header]: await signBody(bytes, secret) },
      body: bytes,
      redirect: "manual",
      signal: AbortSignal.any([timeout, means.signal]),
    });
    // What the receiver says is of no interest, and may be endless.
    response.body?.cancel().catch(() => undefined);
    return outcomeOf(response);
  } catch (error) {
    return { delivered: false, error: timeout.aborted ? `No answer came within ${timeoutMs} ms` : reasonOf(error) };
  }
}

function outcomeOf({ status, ok, type }: Response): PostOutcome {
  // A browser shows nothing of a redirect that it was told not to follow.
  if (type === "opaqueredirect") return { delivered: false, error: "The answer is a redirect, and none is followed" };
  if (ok) return { delivered: true, status };
  const isRedirect = status >= 300 && status < 400;
  return { delivered: false, status, ...(isRedirect && { error: "The answer is a redirect, and none is followed" }) };
}

/** The code of a network error, such as `ECONNREFUSED`: its text may name the address with its secrets. */
function reasonOf(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: unknown }; readonly name?: string };
  return typeof cause?.code === "string" ? cause.code : `No answer came: ${name ?? "unknown error"}`;
}
