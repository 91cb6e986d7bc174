import { type ResolvedBehaviors, resolveBehaviors } from "@fairlead/behaviors";
import { dereference, isObject, type OpenApiDocument, type OperationObject, type PathItem } from "./document.ts";
import { DocumentError } from "./document-error.ts";
import { type ItemPath, itemPath } from "./item-path.ts";
import { type JobWatch, jobWatch } from "./job-watch.ts";
import { chooseMedia, type Media } from "./media.ts";
import { checkNames, checkUnique, groupName } from "./names.ts";
import { type Parameter, readParameters } from "./parameters.ts";
import { type Answer, readAnswers } from "./responses.ts";

/** One operation with everything that the generated files say about it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  /** The tag in camelCase. */
  readonly group: string;
  /** The name of its method in the group. */
  readonly member: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Media & { readonly required: boolean };
  readonly answers: readonly Answer[];
  readonly behaviors: ResolvedBehaviors;
  /** Where a list has its items in the success body. */
  readonly items?: ItemPath;
  /** The job that the operation starts, or whose state it tells. */
  readonly watch?: JobWatch;
  /** The operation as it stands in the document. */
  readonly source: OperationObject;
}

const METHODS = ["get", "head", "post", "put", "patch", "delete", "options"];

/**
 * All operations, in the order of the document.
 * @throws {DocumentError} Names the operation that can't be turned into code, and why.
 */
export function readOperations(document: OpenApiDocument): Operation[] {
  const operations: Operation[] = [];
  for (const [path, entry] of Object.entries(document.paths)) {
    const item = dereference(document, entry);
    for (const [method, source] of Object.entries(item)) {
      if (!METHODS.includes(method) || !isObject(source)) continue;
      operations.push(readOperation(document, { path, item, method: method.toUpperCase(), source }));
    }
  }
  if (operations.length === 0) throw new DocumentError("no operations under `paths`, so there is nothing to generate");
  checkUnique(operations);
  return operations.map((operation) => {
    const watch = jobWatch(document, operation, operations);
    return { ...operation, ...(watch && { watch }) };
  });
}

/** What is sent as lines is sent as bytes: whoever has them has written them. */
function bodyMedia(content: Parameters<typeof chooseMedia>[0]): Media | undefined {
  const media = chooseMedia(content);
  return media?.kind === "lines" ? { ...media, kind: "binary" } : media;
}

interface Found {
  readonly path: string;
  readonly item: PathItem;
  readonly method: string;
  readonly source: OperationObject;
}

function readOperation(document: OpenApiDocument, { path, item, method, source }: Found): Operation {
  const { operationId: id, "x-method": member, tags = [], requestBody } = source;
  try {
    if (typeof id !== "string") throw new DocumentError("no operationId");
    if (typeof member !== "string") throw new DocumentError("no x-method, so its method in the client has no name");
    const [tag, ...otherTags] = tags;
    if (tag === undefined || otherTags.length > 0)
      throw new DocumentError("needs exactly one tag, which names its group");
    checkNames(id, member);
    const body = requestBody && dereference(document, requestBody);
    const media = bodyMedia(body?.content);
    const behaviors = resolveBehaviors(document, source);
    return {
      id,
      method,
      path,
      tag,
      group: groupName(tag),
      member,
      parameters: readParameters(document, item, source),
      ...(media === undefined ? {} : { body: { ...media, required: body?.required === true } }),
      answers: readAnswers(document, source),
      behaviors,
      ...(behaviors.pagination && { items: itemPath(document, source, behaviors.pagination.items) }),
      source,
    };
  } catch (cause) {
    const name = `${method} ${path}${typeof id === "string" ? ` (${id})` : ""}`;
    throw new DocumentError(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
