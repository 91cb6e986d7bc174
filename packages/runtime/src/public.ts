// What the users of any API's client need of the runtime: each API package passes it on whole. What only generated code
// needs stays in index.ts.
export type { AuthContext, AuthProvider, Credentials } from "./auth/auth-provider.ts";
export { bearer } from "./auth/bearer.ts";
export type { CallOptions } from "./call-options.ts";
export type { Clock } from "./clock.ts";
export type { Core, FetchFunction, TimeoutOptions } from "./core.ts";
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
export { isTransferError, TransferError, type TransferErrorKind } from "./errors/transfer-error.ts";
export { AbortedError, isAbortedError } from "./errors/transport/aborted-error.ts";
export { ConnectionError, type ConnectionErrorKind, isConnectionError } from "./errors/transport/connection-error.ts";
export { isRedirectError, RedirectError } from "./errors/transport/redirect-error.ts";
export { isTimeoutError, TimeoutError, type TimeoutPhase } from "./errors/transport/timeout-error.ts";
export { isTransportError, TransportError } from "./errors/transport/transport-error.ts";
export { isWaiterAbortedError, WaiterAbortedError } from "./errors/waiter/waiter-aborted-error.ts";
export { isWaiterError, WaiterError, type WaiterErrorFacts } from "./errors/waiter/waiter-error.ts";
export { isWaiterFailedError, WaiterFailedError } from "./errors/waiter/waiter-failed-error.ts";
export { isWaiterTimeoutError, WaiterTimeoutError } from "./errors/waiter/waiter-timeout-error.ts";
export type { Download, DownloadOptions, OpenFile } from "./files/download.ts";
export type { FileResult } from "./files/file-result.ts";
export { jsonLines } from "./files/json-lines.ts";
export type { UploadOptions, UploadProgress } from "./files/upload-progress.ts";
export type { AllOptions, ListResult, Page, PagesOptions } from "./pagination/list-result.ts";
export type { Priority } from "./rate-limit/limiter.ts";
export { memoryStore } from "./rate-limit/memory-store.ts";
export type { RateLimitOptions } from "./rate-limit/rate-limit-options.ts";
export { sharedStore } from "./rate-limit/shared-store.ts";
export type { RateLimitStore, TurnSource } from "./rate-limit/store.ts";
export type { RequestInput } from "./raw/request.ts";
export type { BinaryBody } from "./request/body.ts";
export type { ErrorStatus, Failure, Meta, NoAnswer, OtherStatus, RateLimitState, Success } from "./result.ts";
export type { AttemptEvent, AttemptListener } from "./retry/attempt-event.ts";
export type { RetryOptions } from "./retry/retry-options.ts";
export type { FollowOptions } from "./streams/follow-lines.ts";
export type { StreamResult } from "./streams/stream-result.ts";
export { type Acceptance, defineWaiter, type Waiter, type WaiterDefinition } from "./waiters/define-waiter.ts";
export type { CancellableJob, Job, Watch } from "./waiters/job.ts";
export type { WaitOptions, WaitProgress } from "./waiters/wait-options.ts";
