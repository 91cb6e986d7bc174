import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { PrismDocumentError } from "./document-error.ts";

/** The operations of one document, in Prism's own form. */
export type PrismOperations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

/**
 * Reads a document into Prism's form; an object is copied first, because Prism resolves references in place.
 * @throws {PrismDocumentError} The document is missing, unreadable, not OpenAPI, or has no operation.
 */
export async function loadOperations(document: string | URL | object): Promise<PrismOperations> {
  const isPlace = typeof document === "string" || document instanceof URL;
  const name = isPlace ? String(document) : "the given object";
  const source = isPlace ? await readablePath(document, name) : structuredClone(document);
  const operations = await parse(source, name);
  if (operations.length === 0) {
    throw new PrismDocumentError(name, `Prism has nothing to serve: ${name} has no operation under \`paths\`.`);
  }
  return operations;
}

async function parse(source: string | object, name: string): Promise<PrismOperations> {
  try {
    return await getHttpOperationsFromSpec(source);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n", 1)[0] : String(cause);
    throw new PrismDocumentError(name, `Prism cannot serve ${name}: ${reason}. It needs a bundled OpenAPI document.`, {
      cause,
    });
  }
}

/** Checks that the file can be read, because Prism's own message names neither the file nor the reason. */
async function readablePath(document: string | URL, name: string): Promise<string> {
  const isUrl = document instanceof URL || /^[a-z][a-z\d+.-]+:\/\//i.test(document);
  if (isUrl && new URL(document).protocol !== "file:") {
    throw new PrismDocumentError(name, `Prism serves local files only: download ${name} first and give its path.`);
  }
  const path = isUrl ? fileURLToPath(document) : String(document);
  try {
    await readFile(path);
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    const reason = missing ? "it does not exist; bundle the document first" : (cause as Error).message;
    throw new PrismDocumentError(name, `Prism cannot read ${name}: ${reason}.`, { cause });
  }
  return path;
}
