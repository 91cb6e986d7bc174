import type { Operation } from "./document/operations.ts";

/** The name of a type of an operation, such as `GetJobInput`. */
export function typeName(
  { id }: Pick<Operation, "id">,
  suffix: "Input" | "Data" | "Item" | "Line" | "Result" | "Method" | "Function" | "Job" | "Wait" | "WaitFunction",
): string {
  return `${id[0]?.toUpperCase()}${id.slice(1)}${suffix}`;
}
