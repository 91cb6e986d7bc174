import { readdirSync, readFileSync } from "node:fs";

/** An answer that a server of version 1.16.0 gave, with neutral texts in place of its own; one item per shape of a list. */
export interface Observed {
  operationId: string;
  status: number;
  /** `json` has a body, which may be null; `empty` had none; `file` had bytes or plain text, which are not kept. */
  kind: "json" | "empty" | "file";
  body?: unknown;
}

/** All answers of this folder, one file per noun. */
export const observed: readonly Observed[] = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".json"))
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Observed[]);

/** The answers that have a body of JSON. */
export const jsonAnswers: readonly Observed[] = observed.filter(({ kind }) => kind === "json");

/** Operation and status, as findings name an answer. */
export function nameOf({ operationId, status }: Observed): string {
  return `${operationId} ${status}`;
}
