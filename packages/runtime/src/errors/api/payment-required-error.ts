import { hasErrorStatus } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 402: the account has to pay before this works. */
export class PaymentRequiredError<Body = unknown> extends ApiError<402, Body> {
  static override readonly errorName: string = "PaymentRequiredError";
}

/** Whether a value is a {@link PaymentRequiredError}, also one of another installed copy, or of a call that does not declare the status. */
export function isPaymentRequiredError(value: unknown): value is PaymentRequiredError {
  return hasErrorStatus(value, "PaymentRequiredError", 402);
}
