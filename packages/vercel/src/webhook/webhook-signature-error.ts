import { FairleadError, isFairleadError } from "@fairlead/runtime";

/** Why a delivery is not trusted, or not read; see {@link WebhookSignatureError.kind}. */
export type WebhookSignatureErrorKind =
  | "missing"
  | "malformed"
  | "wrong"
  | "bodyUsed"
  | "bodyTooLarge"
  | "bodyUnreadable"
  | "notJson"
  | "notEvent";

/**
 * A request is no delivery of a webhook that can be trusted. Nothing of the secret, the signature or the body is in it:
 * log it, and answer with a 4xx.
 */
export class WebhookSignatureError extends FairleadError<{ readonly kind: WebhookSignatureErrorKind }> {
  static override readonly errorName: string = "WebhookSignatureError";

  /**
   * Of the signature: `missing`, there is none; `malformed`, it is no signature of this kind; `wrong`, it is that of
   * another body or another secret. Of the body: `bodyUsed`, something has read or parsed it before, and its bytes are
   * gone; `bodyTooLarge`; `bodyUnreadable`, it broke off on its way. Signed well, but `notJson` or `notEvent`.
   */
  declare readonly kind: WebhookSignatureErrorKind;

  constructor(kind: WebhookSignatureErrorKind, text: string, options?: ErrorOptions) {
    super(undefined, `webhook: ${text}`, { kind }, options);
  }
}

/** Whether a value is a {@link WebhookSignatureError}, also one of another installed copy. */
export function isWebhookSignatureError(value: unknown): value is WebhookSignatureError {
  return isFairleadError(value) && value.name === "WebhookSignatureError";
}
