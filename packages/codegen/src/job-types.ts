import { comment } from "./doc-comments.ts";
import type { JobWatch } from "./document/job-watch.ts";
import type { Operation } from "./document/operations.ts";
import { memberType } from "./member-type.ts";
import { typeName } from "./type-name.ts";

/**
 * The types of `.wait`: of the wait that it gives, bound to a client, and as a function of a core client.
 * @param parameter - The input of the operation, as its other forms take it.
 */
export function jobTypes(operation: Operation, watch: JobWatch, parameter: string): string[] {
  const { id } = operation;
  const job = typeName(operation, "Job");
  const options = `options?: WaitOptions<${stateType(operation, watch)}>`;
  const begins = watch.started ? "Starts the job and watches it until it ends." : "Watches the job until it ends.";
  const forms = (core: string) => `{
  /** ${begins} */
  (${core}${parameter}, ${options}): ${job};
  /** Watches the job of a token that \`serialize()\` gave, in another process too. */
  resume(${core}token: string, ${options}): ${job};
}`;
  return [
    `${comment(`A wait for the job of {@link ${id}}: \`done()\` gives its result, \`for await\` its states.`)}export type ${job} = Job<${stateType(operation, watch)}, ${resultType(watch)}>;`,
    `${comment(`\`${id}.wait\` bound to a client.`)}export interface ${typeName(operation, "Wait")} ${forms("")}`,
    `${comment(`\`${id}.wait\` as a function of a core client.`)}export interface ${typeName(operation, "WaitFunction")} ${forms("core: Core, ")}`,
  ];
}

/** What tells a state: the answers of the start and of the polls. */
function stateType(operation: Operation, { started, status }: JobWatch): string {
  const polled = typeName(status, "Data");
  return started && operation.id !== status.id ? `${typeName(operation, "Data")} | ${polled}` : polled;
}

function resultType({ started, status, resultPaths }: JobWatch): string {
  if (started?.resultKind === "file") return "FileResult";
  if (started?.resultSchema) return `components["schemas"][${JSON.stringify(started.resultSchema.split("/").at(-1))}]`;
  // A wait ends without a null: where the result is one, there is none, and the wait fails.
  const given = resultPaths.map((path) => path.map((step) => ({ ...step, isRequired: false })));
  const types = given.map((path) => memberType(typeName(status, "Data"), path));
  return [...new Set(types)].join(" | ") || typeName(status, "Data");
}
