import { hasErrorName } from "../has-error-name.ts";
import { ApiError } from "./api-error.ts";

/** 402: the account has to pay before this works. */
export class PaymentRequiredError<Body = unknown> extends ApiError<402, Body> {
  static override readonly errorName: string = "PaymentRequiredError";
}

/** Whether a value is a {@link PaymentRequiredError}, also one of another installed copy. */
export function isPaymentRequiredError(value: unknown): value is PaymentRequiredError {
  return hasErrorName(value, "PaymentRequiredError");
}
