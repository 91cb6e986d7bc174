import { type BundledDocument, dereference, operationsOf } from "./document.ts";

/**
 * Name of the error class that an answer of an operation must give: by its status, and where the operation's rate class
 * declares a status of its own for a quota that is used up, that of such a refusal.
 */
export function errorName(document: BundledDocument, operationId: string, status: number): string {
  if (status === exceedStatus(document, operationId)) return "RateLimitError";
  return errorNames[status] ?? (status >= 500 ? "ServerError" : "ApiError");
}

/** The status of a request too many; undefined where the operation has no quota. */
function exceedStatus(document: BundledDocument, operationId: string): number | undefined {
  const name = operationsOf(document).get(operationId)?.["x-rate-limit"];
  const behaviors = document["x-behaviors"];
  if (name === undefined || behaviors === undefined) return undefined;
  return dereference(document, behaviors).rateLimits?.[name]?.onExceed.status;
}

/** The error class of each status that a document may declare. */
const errorNames: Record<number, string> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  402: "PaymentRequiredError",
  403: "PermissionDeniedError",
  404: "NotFoundError",
  409: "ConflictError",
  410: "GoneError",
  412: "PreconditionFailedError",
  413: "PayloadTooLargeError",
  422: "UnprocessableEntityError",
  423: "LockedError",
  429: "RateLimitError",
};
