import type { Answer, Call, OperationShape } from "@fairlead/sandbox";

/** The answer to a duplicate that only the database notices: its status is 500, and its `code` 409. */
export function duplicateAnswer({ operation }: Pick<Call<OperationShape>, "operation">, detail: string): Answer {
  const path = `[${operation.method}] ${operation.path}`;
  const json = { code: 409, path, file: "sandbox", function: operation.id, line: 0, detail, error: "unique-violation" };
  return { status: 500, json };
}
