import { AuthenticationError } from "../errors/api/authentication-error.ts";
import { BadRequestError } from "../errors/api/bad-request-error.ts";
import { ConflictError } from "../errors/api/conflict-error.ts";
import { GoneError } from "../errors/api/gone-error.ts";
import { LockedError } from "../errors/api/locked-error.ts";
import { NotFoundError } from "../errors/api/not-found-error.ts";
import { PayloadTooLargeError } from "../errors/api/payload-too-large-error.ts";
import { PaymentRequiredError } from "../errors/api/payment-required-error.ts";
import { PermissionDeniedError } from "../errors/api/permission-denied-error.ts";
import { PreconditionFailedError } from "../errors/api/precondition-failed-error.ts";
import { UnprocessableEntityError } from "../errors/api/unprocessable-entity-error.ts";
import type { ApiErrorClass } from "../operation-row.ts";

/** The class of each status that has one of its own, for requests that no row names the errors of. */
export const API_ERRORS: { readonly [status: number]: ApiErrorClass } = {
  400: BadRequestError,
  401: AuthenticationError,
  402: PaymentRequiredError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  410: GoneError,
  412: PreconditionFailedError,
  413: PayloadTooLargeError,
  422: UnprocessableEntityError,
  423: LockedError,
};
