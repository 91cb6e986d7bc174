import { durationMs } from "@fairlead/behaviors";
import type { OpenApiDocument } from "./document/document.ts";
import type { Operation } from "./document/operations.ts";
import { type Answer, failures } from "./document/responses.ts";

/** The error class of each status that has one of its own. */
const ERROR_CLASSES: Readonly<Record<number, string>> = {
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

/** The doc comment of an operation: what it does, which quota it burns, what it throws, and where that is documented. */
export function operationComment(operation: Operation, indent = ""): string {
  const { summary, description, deprecated, externalDocs } = operation.source;
  const { rateLimit } = operation.behaviors;
  const paragraphs = [sentence(summary ?? operation.id), description?.trim(), rateLimit && rateSentence(rateLimit)];
  const tags = [
    ...failures(operation.answers).map((answer) => throwsTag(answer, rateLimit?.onExceed.status)),
    ...(externalDocs === undefined ? [] : [`@see ${externalDocs.url}`]),
    ...(deprecated === true ? ["@deprecated The document marks this operation as deprecated."] : []),
  ];
  const prose = paragraphs.filter((text) => text !== undefined && text !== "").map((text) => escapeTags(text ?? ""));
  return comment([prose.join("\n\n"), ...(tags.length === 0 ? [] : ["", ...tags])].join("\n"), indent);
}

/** What the document says about a tag, as a sentence. */
export function tagSentence(document: OpenApiDocument, tag: string): string {
  const description = document.tags?.find(({ name }) => name === tag)?.description ?? `Operations of the tag ${tag}`;
  return escapeTags(sentence(description.trim()));
}

/** A text as a doc comment, on one line where it has one. */
export function comment(text: string, indent = ""): string {
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function rateSentence({
  name,
  quota,
  window,
  partition,
  tiers = {},
}: NonNullable<Operation["behaviors"]["rateLimit"]>): string {
  const more = Object.entries(tiers).map(([tier, tierQuota]) => `${tier}: ${tierQuota}`);
  const limit = `${quota} ${quota === 1 ? "request" : "requests"} in ${durationMs(window) / 1000} s`;
  const whose = partition.includes("operation") ? ", for this operation alone" : "";
  return `Each call burns one request of the rate class \`${name}\`: ${limit}${more.length === 0 ? "" : ` (${more.join(", ")})`}${whose}.`;
}

function throwsTag({ status, description }: Answer, exceedStatus: number | undefined): string {
  const text = sentence(description.replaceAll(/\s+/g, " ").trim() || "See the document");
  return `@throws {${errorClass(status, exceedStatus)}} ${status === "default" ? "" : `${status}: `}${text}`;
}

/** The runtime's error class for a declared answer; `exceedStatus` is the status of a used-up quota. */
export function errorClass(status: Answer["status"], exceedStatus: number | undefined): string {
  if (status === "default") return "ApiError";
  if (status === exceedStatus) return "RateLimitError";
  if (status < 400) return "UnexpectedStatusError";
  return ERROR_CLASSES[status] ?? (status < 500 ? "ApiError" : "ServerError");
}

function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

/** Keeps an `@` that opens a line from starting a tag. */
function escapeTags(text: string): string {
  return text.replaceAll(/^(\s*)@/gm, "$1\\@");
}
