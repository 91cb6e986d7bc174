import { readFileSync } from "node:fs";

/** As much of a bundled OpenAPI document as contract tests read. */
export interface BundledDocument {
  paths: Record<string, Record<string, BundledOperation>>;
  "x-behaviors"?: BundledBehaviors | { $ref: string };
  components?: { responses?: Record<string, BundledResponse>; examples?: Record<string, { value?: unknown }> };
}

/** As much of the behaviours of a {@link BundledDocument} as contract tests read. */
export interface BundledBehaviors {
  rateLimits?: Record<string, { onExceed: { status: number } }>;
}

/** An operation of a {@link BundledDocument}. */
export interface BundledOperation {
  operationId?: string;
  /** Name of its rate class. */
  "x-rate-limit"?: string;
  responses?: Record<string, BundledResponse | { $ref: string }>;
}

/** A response of a {@link BundledOperation}. */
export interface BundledResponse {
  content?: Record<string, { example?: unknown; examples?: Record<string, { value?: unknown } | { $ref: string }> }>;
}

/** Reads a bundle from a file. */
export function readDocument(file: URL): BundledDocument {
  return JSON.parse(readFileSync(file, "utf8")) as BundledDocument;
}

/** The operations of a document by operationId, in its order. */
export function operationsOf(document: BundledDocument): Map<string, BundledOperation> {
  const operations = new Map<string, BundledOperation>();
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      if (operation.operationId !== undefined) operations.set(operation.operationId, operation);
    }
  }
  return operations;
}

/** The value that a reference inside the document points at, or the value itself. */
export function dereference<T extends object>(document: BundledDocument, value: T | { $ref: string }): T {
  if (!("$ref" in value)) return value;
  let found: unknown = document;
  for (const part of value.$ref.slice(2).split("/")) found = (found as Record<string, unknown>)[part];
  if (found === undefined) throw new Error(`${value.$ref} is not in the document.`);
  return found as T;
}
