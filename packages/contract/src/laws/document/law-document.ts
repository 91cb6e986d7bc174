import type { BundledDocument } from "../../document.ts";
import { isObject } from "./shapes.ts";

/** A named example of a request body. */
export interface RequestExample {
  readonly name: string;
  readonly mediaType: string;
  readonly value: unknown;
}

/** What an operation that starts a job gives when it ends well. */
export interface JobResult {
  /** The first of these that the job has is the result. */
  readonly pointers: readonly string[];
  /** A value, or the address of a file. */
  readonly kind: "json" | "file";
}

/** What laws read in the bundled document itself, because the tables leave it out. */
export interface LawDocument {
  /** By operationId. */
  readonly requestExamples: ReadonlyMap<string, readonly RequestExample[]>;
  /** By operationId of the operation that starts a job. */
  readonly jobResults: ReadonlyMap<string, JobResult>;
}

/** Reads a bundled document. */
export function readLawDocument(document: BundledDocument): LawDocument {
  const requestExamples = new Map<string, RequestExample[]>();
  const jobResults = new Map<string, JobResult>();
  const behaviors = follow(document, (document as { "x-behaviors"?: unknown })["x-behaviors"]);
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item) as Record<string, unknown>[]) {
      const id = operation.operationId;
      if (typeof id !== "string") continue;
      requestExamples.set(id, examplesOf(document, operation.requestBody));
      const job = operation["x-job"];
      if (job !== undefined) jobResults.set(id, jobResult(job, behaviors));
    }
  }
  return { requestExamples, jobResults };
}

/** The request examples of an operation, one by one; where it has none, one request is made without. */
export function examplesToTry({ requestExamples }: LawDocument, operationId: string): (RequestExample | undefined)[] {
  const examples = requestExamples.get(operationId) ?? [];
  return examples.length === 0 ? [undefined] : [...examples];
}

function examplesOf(document: BundledDocument, requestBody: unknown): RequestExample[] {
  const { content } = follow(document, requestBody);
  return Object.entries(isObject(content) ? content : {}).flatMap(([mediaType, media]) => {
    const { example, examples } = follow(document, media);
    const single = example === undefined ? [] : [{ name: "example", mediaType, value: example }];
    const named = Object.entries(isObject(examples) ? examples : {});
    return [...single, ...named.map(([name, one]) => ({ name, mediaType, value: follow(document, one).value }))];
  });
}

/** The result as the operation overrides it, else as the definition of its job has it. */
function jobResult(job: unknown, behaviors: Record<string, unknown>): JobResult {
  const own = isObject(job) ? job : { use: job };
  const defined = isObject(behaviors.jobs) ? behaviors.jobs[String(own.use)] : undefined;
  const states = isObject(defined) && isObject(defined.states) ? Object.values(defined.states) : [];
  const usual = states.find((state) => isObject(state) && state.end === "success");
  const result = own.result ?? (isObject(usual) ? usual.result : undefined) ?? [];
  return { pointers: [result].flat() as string[], kind: own.resultKind === "file" ? "file" : "json" };
}

function follow(document: BundledDocument, value: unknown): Record<string, unknown> {
  if (!isObject(value)) return {};
  if (typeof value.$ref !== "string") return value;
  let target: unknown = document;
  for (const part of value.$ref.slice(2).split("/")) target = isObject(target) ? target[part] : undefined;
  return isObject(target) ? target : {};
}
