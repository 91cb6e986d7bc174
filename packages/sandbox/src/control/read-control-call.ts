import type { ErrorObject } from "ajv";
import { readBody } from "../body/read-body.ts";
import { Refusal } from "../engine/refusal.ts";
import { partsOf } from "../pointer.ts";
import type { OperationTable, Schema } from "../tables/tables.ts";
import { readParameters } from "../validation/parameters.ts";
import { describeErrors } from "../validation/violations.ts";
import { ControlProblem, type ProblemPlace } from "./control-problem.ts";
import { controlTables, schemaAt } from "./control-tables.ts";
import type { ControlWorld } from "./control-world.ts";

/** A control request that fits the document. */
export interface ControlCall {
  readonly operation: OperationTable;
  readonly path: Readonly<Record<string, unknown>>;
  /** With declared defaults filled in. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The JSON body; undefined without one. */
  readonly body: unknown;
  readonly world: ControlWorld;
}

/** The most places that one problem names. */
const MOST = 20;
const MiB = 1024 * 1024;
/** Bytes of a snapshot: a full session has several times more than what one request of an API may send. */
const SNAPSHOT_BYTES = 256 * MiB;

/**
 * Reads the parameters and the body of a control request.
 * @throws {ControlProblem} 400, 413, 415 or 422: what is wrong, place by place.
 */
export async function readControlCall(
  request: Request,
  operation: OperationTable,
  path: Readonly<Record<string, string>>,
  world: ControlWorld,
): Promise<ControlCall> {
  const { library } = controlTables();
  const sources = { path, query: world.url.searchParams, headers: request.headers };
  const values = readParameters(operation.parameters, sources, library);
  const errors = operation.parameters.flatMap(({ name, in: place, schema }): ProblemPlace[] => {
    const value = values[place][name];
    if (value === undefined) return [];
    const validate = library.validator(schema);
    return validate(value) ? [] : [{ parameter: name, detail: describe(validate.errors ?? [], schema) }];
  });
  const unknown = [...new Set(world.url.searchParams.keys())].filter((name) => !isDeclared(name, operation));
  errors.push(...unknown.map((name) => ({ parameter: name, detail: "is no parameter of this operation" })));
  if (errors.length > 0) throw refused("unreadable", operation.id, "parameters", errors);
  return { operation, path: values.path, query: values.query, body: await readJson(request, operation, world), world };
}

function isDeclared(name: string, { parameters }: OperationTable): boolean {
  return parameters.some((parameter) => parameter.in === "query" && parameter.name === name);
}

async function readJson(request: Request, operation: OperationTable, world: ControlWorld): Promise<unknown> {
  const { body } = operation;
  if (body === undefined) return undefined;
  const value = await readValue(request, operation, world);
  if (value === undefined && !body.required) return undefined;
  const { library } = controlTables();
  const schema = body.content["application/json"]?.schema ?? true;
  const validate = library.validator(schema);
  if (value !== undefined && validate(value)) return value;
  const errors =
    value === undefined ? [{ pointer: "", detail: "is missing" }] : placesOf(validate.errors ?? [], schema);
  throw refused("wrong-body", operation.id, "body", errors);
}

async function readValue(request: Request, { id, body }: OperationTable, world: ControlWorld): Promise<unknown> {
  const jsonBytes =
    id === "restoreSnapshot" ? Math.max(SNAPSHOT_BYTES, world.limits.jsonBytes) : world.limits.jsonBytes;
  try {
    const read = await readBody(request, body, { ...world.limits, jsonBytes }, world.fileStore);
    return read.kind === "json" ? read.value : undefined;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const kind = thrown.status === 413 ? "too-large" : thrown.status === 415 ? "not-json" : "unreadable";
    const remedy =
      kind === "too-large"
        ? "Send less at once, or start the sandbox with a higher limits.jsonBytes."
        : "Send JSON as application/json.";
    throw new ControlProblem(kind, `${id}: ${thrown.message}. ${remedy}`);
  }
}

/** Each wrong place once, with what is wrong there. */
function placesOf(errors: readonly ErrorObject[], schema: Schema): ProblemPlace[] {
  const byPointer = new Map<string, ErrorObject[]>();
  for (const error of errors) byPointer.set(error.instancePath, [...(byPointer.get(error.instancePath) ?? []), error]);
  const { library } = controlTables();
  return [...byPointer]
    .slice(0, MOST)
    .map(([pointer, found]) => ({ pointer, detail: describe(found, schemaAt(schema, partsOf(pointer), library)) }));
}

/** What is wrong at one place. A pattern says little to people; the description of the value stands in its place. */
function describe(errors: readonly ErrorObject[], schema: Schema | undefined): string {
  const { description } = (typeof schema === "object" ? schema : {}) as { description?: string };
  const texts = errors.map((error) => {
    const { keyword, params } = error;
    if (keyword === "const") return `must be ${JSON.stringify(params.allowedValue)}`;
    if ((keyword === "pattern" || keyword === "format") && description !== undefined)
      return `does not fit: ${description.trim().replaceAll(/\s+/g, " ").replace(/\.$/, "")}`;
    return describeErrors("", [{ ...error, instancePath: "" }])
      .join("")
      .trim();
  });
  return [...new Set(texts)].filter((text) => text !== "").join(", ");
}

function refused(
  kind: "unreadable" | "wrong-body",
  id: string,
  what: string,
  errors: readonly ProblemPlace[],
): ControlProblem {
  const places = errors.map((error) => {
    const place = "pointer" in error ? error.pointer || "the body" : error.parameter;
    return `${place} ${error.detail}`;
  });
  const detail = `${id} takes other ${what === "body" ? "JSON" : what}: ${places.join("; ")}. GET /__sandbox__/openapi.json has what it takes.`;
  return new ControlProblem(kind, detail, { errors });
}
