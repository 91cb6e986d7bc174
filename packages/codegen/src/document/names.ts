import { DocumentError } from "./document-error.ts";
import type { Operation } from "./operations.ts";

const METHOD = /^[a-z][A-Za-z0-9]{1,39}$/;
const TAG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** They would change how a group behaves as an object, or read like the suffixes of a call. */
const RESERVED_METHODS = ["then", "toJSON", "constructor", "prototype", "safe", "full", "pages", "all", "wait"];
/** Members that a client has besides its groups, and names that change how it behaves as an object. */
const RESERVED_GROUPS = ["raw", "request", "on", "close", "then", "toJSON", "constructor"];
/** What the generated files import or declare themselves. */
const RESERVED_IDS =
  "operation listOperation fileOperation jobOperation streamOperation streamableOperation fileResult byCursor byLastId byOffset byPage operations components bind groups".split(
    " ",
  );
/** Words that can't name a constant in a module. */
const KEYWORDS = (
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
  "finally for function if implements import in instanceof interface let new null package private protected public " +
  "return static super switch this throw true try typeof undefined var void while with yield"
).split(" ");

/** Whether a name can be given to an unexported constant of the generated file. */
export function isFreeName(name: string): boolean {
  return !KEYWORDS.includes(name) && !RESERVED_IDS.includes(name);
}

/** The group of a tag: its kebab-case name in camelCase. */
export function groupName(tag: string): string {
  if (!TAG.test(tag)) throw new DocumentError(`tag ${JSON.stringify(tag)}: not in kebab-case`);
  const name = tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (RESERVED_GROUPS.includes(name)) throw new DocumentError(`tag ${tag}: ${name} is a reserved name of the client`);
  return name;
}

/** Refuses names that can't be the export and the method of an operation. */
export function checkNames(operationId: string, method: string): void {
  if (!METHOD.test(operationId))
    throw new DocumentError(`operationId ${JSON.stringify(operationId)}: not in camelCase`);
  if (!isFreeName(operationId))
    throw new DocumentError(`operationId ${operationId}: a reserved name; call it verbNoun`);
  if (!METHOD.test(method)) throw new DocumentError(`x-method ${JSON.stringify(method)}: not in camelCase`);
  if (RESERVED_METHODS.includes(method)) throw new DocumentError(`x-method ${method}: a reserved name of a group`);
}

/**
 * Refuses two operations of one name.
 * @throws {DocumentError} Names both operations.
 */
export function checkUnique(operations: readonly Operation[]): void {
  const seen = new Map<string, Operation>();
  for (const operation of operations) {
    const member = `${operation.group}.${operation.member}`;
    for (const [key, what] of [
      [operation.id, `operationId ${operation.id}`],
      [member, `the method ${member}`],
    ] as const) {
      const other = seen.get(key);
      if (other !== undefined) throw new DocumentError(`${place(other)} and ${place(operation)}: both are ${what}`);
      seen.set(key, operation);
    }
  }
}

function place({ method, path, id }: Operation): string {
  return `${method} ${path} (${id})`;
}
