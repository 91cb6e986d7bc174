import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Observed } from "./answers.ts";
import { isRecord } from "./record.ts";

interface Response {
  $ref?: string;
  content?: Record<string, { schema: object }>;
}

interface Operation {
  operationId?: string;
  responses?: Record<string, Response>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Response>; schemas: Record<string, object> };
}

const text = readFileSync(new URL("../../../../spec/ayon/dist/openapi.json", import.meta.url), "utf8");
const document = JSON.parse(text) as Document;
const operations = new Map(
  Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .flatMap((operation) => (operation.operationId ? [[operation.operationId, operation] as const] : [])),
);

/** The ids of all operations of the document. */
export const operationIds: readonly string[] = [...operations.keys()];

/** The statuses of success and of redirects that the document declares for an operation. */
export function goodStatuses(operationId: string): string[] {
  return Object.keys(operations.get(operationId)?.responses ?? {}).filter((status) => /^[23]/.test(status));
}

/** What the document says of a status, if anything. */
export function declared(operationId: string, status: string): Response | undefined {
  const response = operations.get(operationId)?.responses?.[status];
  const name = response?.$ref?.split("/").at(-1);
  return name === undefined ? response : document.components.responses[name];
}

/** Gives the validator of an answer's body; a status that is not declared is the operation's `default`. */
export type Validators = (answer: Pick<Observed, "operationId" | "status">) => ValidateFunction;

/** The validators of the document as it is: an object may have more members than it names. */
export const validatorOf: Validators = validators(document);

/** The same, but an object has the named members only, unless its schema allows others on purpose. */
export const closedValidatorOf: Validators = validators(
  JSON.parse(text, (_, value: unknown) =>
    isRecord(value) && value.type === "object" && isRecord(value.properties)
      ? { additionalProperties: false, ...value }
      : value,
  ) as Document,
);

function validators(of: Document): Validators {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: {
      "date-time": (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/.test(text),
      uri: (text: string) => URL.canParse(text),
      binary: true,
    },
  });
  ajv.addSchema({ ...of, $id: "document" });
  const compiled = new Map<string, ValidateFunction>();
  return ({ operationId, status }) => {
    const known = compiled.get(`${operationId} ${status}`);
    if (known) return known;
    const response = declared(operationId, String(status)) ?? declared(operationId, "default");
    const schema = response?.content?.["application/json"]?.schema;
    if (schema === undefined) throw new Error(`${operationId} ${status}: the document declares no JSON.`);
    const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object);
    compiled.set(`${operationId} ${status}`, validate);
    return validate;
  };
}
