import { dereference, type OpenApiDocument, type OperationObject } from "./document.ts";
import { DocumentError } from "./document-error.ts";
import { chooseMedia, linesMedia, type Media } from "./media.ts";

/** A declared answer. */
export interface Answer {
  /** The status code, or `default` for every error code that the operation does not list. */
  readonly status: number | "default";
  readonly description: string;
  /** Nothing where no body is declared. */
  readonly media?: Media;
  /** The media type of a stream of JSON lines, also where it is declared beside the body. */
  readonly lines?: string;
  /** The body's schema as JSON text: equal texts are one type. */
  readonly schemaText: string;
}

/**
 * The declared answers, in the order of the document.
 * @throws {DocumentError} No success is declared, a key is no status code, or the successes need two ways of reading.
 */
export function readAnswers(document: OpenApiDocument, operation: OperationObject): Answer[] {
  const answers = Object.entries(operation.responses ?? {}).map(([key, entry]): Answer => {
    if (key !== "default" && !/^[1-5]\d\d$/.test(key)) {
      throw new DocumentError(`response ${key}: not a status code; list the codes one by one`);
    }
    const { description = "", content } = dereference(document, entry);
    const media = chooseMedia(content);
    const lines = linesMedia(content);
    return {
      status: key === "default" ? key : Number(key),
      description,
      ...(media === undefined ? {} : { media }),
      ...(lines === undefined ? {} : { lines }),
      schemaText: media === undefined ? "" : (JSON.stringify(content?.[media.mediaType]?.schema) ?? "unknown"),
    };
  });
  const kinds = new Set(successes(answers).flatMap(({ media }) => media?.kind ?? []));
  if (successes(answers).length === 0)
    throw new DocumentError("declares no 2xx response, so a call could never succeed");
  if (kinds.size > 1)
    throw new DocumentError(`its 2xx bodies are of several kinds (${[...kinds].join(", ")}); declare one`);
  return answers;
}

/** The answers that a call returns. */
export function successes(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ status }) => status !== "default" && status >= 200 && status < 300);
}

/** The answers that a call throws: a redirect that was not followed, an error, or `default`. */
export function failures(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ status }) => status === "default" || status >= 300);
}
