import type { OperationTable } from "../tables/tables.ts";
import { describeErrors } from "../validation/violations.ts";
import { AnswerError } from "./answer-error.ts";
import type { BodyPlan } from "./response-plans.ts";

/**
 * The lines of a stream as their schema has them.
 * @throws {AnswerError} One breaks the document, whatever is to happen to answers that do: the status has gone already.
 */
export async function* shownLines(
  values: AsyncIterable<unknown>,
  { project, validate }: BodyPlan,
  { id }: OperationTable,
  status: number,
): AsyncGenerator<unknown, void, undefined> {
  for await (const value of values) {
    const line = project(value);
    if (!validate(line)) throw new AnswerError(id, status, describeErrors("line", validate.errors));
    yield line;
  }
}
