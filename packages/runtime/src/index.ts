export type { AuthContext, AuthProvider, Credentials } from "./auth/auth-provider.ts";
export { bearer } from "./auth/bearer.ts";
export { bind } from "./bind.ts";
export type { CallOptions } from "./call-options.ts";
export { type Clock, systemClock } from "./clock.ts";
export { type Core, type CoreOptions, createCore, type FetchFunction, type TimeoutOptions } from "./core.ts";
export { ApiError, type ApiErrorFacts, type ErrorAnswer, isApiError } from "./errors/api/api-error.ts";
export { AuthenticationError, isAuthenticationError } from "./errors/api/authentication-error.ts";
export { BadRequestError, isBadRequestError } from "./errors/api/bad-request-error.ts";
export { ConflictError, isConflictError } from "./errors/api/conflict-error.ts";
export { GoneError, isGoneError } from "./errors/api/gone-error.ts";
export { isLockedError, LockedError } from "./errors/api/locked-error.ts";
export { isNotFoundError, NotFoundError } from "./errors/api/not-found-error.ts";
export { isPayloadTooLargeError, PayloadTooLargeError } from "./errors/api/payload-too-large-error.ts";
export { isPaymentRequiredError, PaymentRequiredError } from "./errors/api/payment-required-error.ts";
export { isPermissionDeniedError, PermissionDeniedError } from "./errors/api/permission-denied-error.ts";
export { isPreconditionFailedError, PreconditionFailedError } from "./errors/api/precondition-failed-error.ts";
export { isRateLimitError, RateLimitError } from "./errors/api/rate-limit-error.ts";
export { isServerError, ServerError } from "./errors/api/server-error.ts";
export { isUnexpectedStatusError, UnexpectedStatusError } from "./errors/api/unexpected-status-error.ts";
export { isUnprocessableEntityError, UnprocessableEntityError } from "./errors/api/unprocessable-entity-error.ts";
export { AuthError, isAuthError } from "./errors/auth-error.ts";
export { DecodeError, type DecodeErrorFacts, isDecodeError } from "./errors/decode-error.ts";
export { type ErrorFacts, FairleadError } from "./errors/fairlead-error.ts";
export { isFairleadError } from "./errors/has-error-name.ts";
export { isPaginationError, PaginationError, type PaginationErrorKind } from "./errors/pagination-error.ts";
export {
  isRateLimitQueueError,
  RateLimitQueueError,
  type RateLimitQueueErrorFacts,
} from "./errors/rate-limit-queue-error.ts";
export { HostNotAllowedError, isHostNotAllowedError } from "./errors/request/host-not-allowed-error.ts";
export { isRequestError, RequestError } from "./errors/request/request-error.ts";
export { isSerializationError, SerializationError } from "./errors/request/serialization-error.ts";
export { isUnsafePathError, UnsafePathError } from "./errors/request/unsafe-path-error.ts";
export { AbortedError, isAbortedError } from "./errors/transport/aborted-error.ts";
export { ConnectionError, type ConnectionErrorKind, isConnectionError } from "./errors/transport/connection-error.ts";
export { isRedirectError, RedirectError } from "./errors/transport/redirect-error.ts";
export { isTimeoutError, TimeoutError, type TimeoutPhase } from "./errors/transport/timeout-error.ts";
export { isTransportError, TransportError } from "./errors/transport/transport-error.ts";
export { type OperationFunction, operation } from "./operation.ts";
export type {
  ApiErrorClass,
  BodyParser,
  BodyRow,
  BodyWriter,
  JobCondition,
  JobRow,
  JobStateRow,
  OperationRow,
  PaginationRow,
  ParamPlace,
  ParamRow,
  RateClassRow,
  RateLimitReader,
  SensitiveRow,
  ValueWriter,
} from "./operation-row.ts";
export { byCursor } from "./pagination/by-cursor.ts";
export { byLastId } from "./pagination/by-last-id.ts";
export { byOffset } from "./pagination/by-offset.ts";
export { byPage } from "./pagination/by-page.ts";
export { type ListFunction, listOperation } from "./pagination/list-operation.ts";
export type { AllOptions, ListResult, Page, PagesOptions } from "./pagination/list-result.ts";
export type { Walk, WalkedPage } from "./pagination/walk.ts";
export type { ListRow } from "./pagination/walk-pages.ts";
export type { Priority } from "./rate-limit/limiter.ts";
export { memoryStore } from "./rate-limit/memory-store.ts";
export type { RateLimitOptions } from "./rate-limit/rate-limit-options.ts";
export type { RateLimitStore, TurnSource } from "./rate-limit/store.ts";
export { formBody, jsonBody, textBody } from "./request/body.ts";
export { listValue } from "./request/list-value.ts";
export { inHeader, inPath, inQuery, inSegment } from "./request/place.ts";
export { scalarValue } from "./request/scalar-value.ts";
export { structuredValue } from "./request/structured-value.ts";
export { asBlob } from "./response/as-blob.ts";
export { asJson } from "./response/as-json.ts";
export { asNothing } from "./response/as-nothing.ts";
export { asText } from "./response/as-text.ts";
export { parseJson } from "./response/json.ts";
export { xRateLimit } from "./response/rate-limit-state.ts";
export { decodeError as notDecoded } from "./response/read-text.ts";
export type { ErrorStatus, Failure, Meta, NoAnswer, OtherStatus, RateLimitState, Success } from "./result.ts";
export type { AttemptEvent, AttemptListener } from "./retry/attempt-event.ts";
export type { RetryOptions } from "./retry/retry-options.ts";
export { anyHttpUrl } from "./transport/any-http-url.ts";
export { anyHost, type Redirects, sameOrigin } from "./transport/redirect.ts";
export type { UrlCheck } from "./transport/safe-url.ts";
