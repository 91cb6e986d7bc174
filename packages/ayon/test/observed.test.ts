import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

/** An answer that a server of version 1.16.0 gave, with neutral texts in place of its own; one item per shape of a list. */
interface Observed {
  operationId: string;
  status: number;
  /** `json` has a body, which may be null; `empty` had none; `file` had bytes, which are not kept. */
  kind: "json" | "empty" | "file";
  body?: unknown;
}

interface Response {
  $ref?: string;
  content?: Record<string, { schema: object }>;
}

interface Document {
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, Response> }>>;
  components: { responses: Record<string, Response>; schemas: Record<string, object> };
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const observed = read("observed/bodies.json") as Observed[];
const document = read("../../../spec/ayon/dist/openapi.json") as Document;
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
const json = observed.filter(({ kind }) => kind === "json");

const { validatorOf } = validators(document);

describe("the answers of a running server", () => {
  it("are known for each operation", () => {
    const known = new Set(observed.map(({ operationId }) => operationId));
    expect([...known].sort()).toEqual(operations.flatMap(({ operationId }) => operationId ?? []).sort());
  });

  it(`are ${json.length} of JSON, and each is as the document says`, () => {
    const refused = json.flatMap((answer) => {
      const validate = validatorOf(answer);
      return validate(answer.body) ? [] : [`${nameOf(answer)}: ${JSON.stringify(validate.errors)}`];
    });
    expect(refused).toEqual([]);
    expect(json.length).toBe(39);
  });

  it("have a status that the document declares, unless it is a failure of the server", () => {
    const undeclared = observed.filter(
      ({ operationId, status }) => declared(operationId, String(status)) === undefined,
    );
    expect(undeclared.every(({ status }) => status === 500)).toBe(true);
  });

  it("are empty, or a file, where the document says so", () => {
    const other = observed.filter(({ kind }) => kind !== "json");
    const said = ({ operationId, status }: Observed) => {
      const content = declared(operationId, String(status))?.content;
      return content === undefined ? "empty" : Object.keys(content)[0] === "application/json" ? "json" : "file";
    };
    expect(other.map((answer) => `${nameOf(answer)} ${said(answer)}`)).toEqual(
      other.map((answer) => `${nameOf(answer)} ${answer.kind}`),
    );
    expect(other.length).toBe(13);
  });

  it("have no member that the document does not describe", () => {
    const closed = validators(closedDocument());
    const refused = json.flatMap((answer) => {
      const validate = closed.validatorOf(answer);
      return validate(answer.body) ? [] : [`${nameOf(answer)}: ${JSON.stringify(validate.errors)}`];
    });
    expect(refused).toEqual([]);
    const extended = { code: 404, detail: "a text", aNewMember: "new" };
    expect(closed.validatorOf({ operationId: "getEvent", status: 404, kind: "json" })(extended)).toBe(false);
  });

  it("may have members that nobody has seen yet", () => {
    const objects = json.filter(({ body }) => isRecord(body));
    const refused = objects.filter((answer) => !validatorOf(answer)({ ...record(answer.body), aNewMember: ["new"] }));
    expect(refused.map(nameOf)).toEqual([]);
  });

  it("would be refused without any of the members that the document requires", () => {
    const tried = everyRequired().map(({ answer, key }) => {
      const { [key]: _, ...rest } = record(answer.body);
      return validatorOf(answer)(rest) ? `${nameOf(answer)} is taken without ${key}` : undefined;
    });
    expect(tried.filter((finding) => finding !== undefined)).toEqual([]);
    expect(tried.length).toBeGreaterThan(json.length);
  });

  it("would be refused with another type in any of these members", () => {
    const tried = everyRequired().map(({ answer, key }) => {
      const body = { ...record(answer.body), [key]: [[["no such thing"]]] };
      return validatorOf(answer)(body) ? `${nameOf(answer)} is taken with a list of lists as ${key}` : undefined;
    });
    expect(tried.filter((finding) => finding !== undefined)).toEqual([]);
  });

  const broken: [what: string, operationId: string, path: string, value: unknown][] = [
    ["a kind of folder without a name", "getProject", "/folderTypes/0/name", undefined],
    ["a time without an offset", "getProject", "/createdAt", "2026-11-20T18:44:20.751170"],
    ["a frame rate of text", "getProject", "/attrib/fps", "25"],
    ["a template without a folder", "getAnatomyPreset", "/templates/work/0/directory", undefined],
    ["an attribute without its data", "getInfo", "/attributes/0/data", undefined],
    ["a user within the information who has no name", "getInfo", "/user/name", undefined],
    ["an empty token", "login", "/token", ""],
    ["a role of text", "login", "/user/data/isAdmin", "yes"],
    ["an installer whose size is text", "listInstallers", "/installers/0/size", "3"],
    ["a source without a type", "listDependencyPackages", "/packages/0/sources/0/type", undefined],
    ["an installation without an event", "installAddon", "/eventId", null],
    ["an event's id with dashes", "getEvent", "/id", "5e0c1f2a-b8d4-11f1-9c4e-0a58c3d27b61"],
  ];
  for (const [what, operationId, path, value] of broken) {
    it(`would be refused with ${what}`, () => {
      const answer = json.find((one) => one.operationId === operationId && one.status < 300);
      if (answer === undefined) throw new Error(`No answer of ${operationId} is kept.`);
      const body = structuredClone(answer.body);
      change(body, path, value);
      expect(validatorOf(answer)(body)).toBe(false);
    });
  }
});

/** Each member of an answer that its schema requires. */
function everyRequired(): { answer: Observed; key: string }[] {
  return json.flatMap((answer) => {
    const validate = validatorOf(answer);
    // What an empty object lacks is what is required.
    if (!isRecord(answer.body) || validate({})) return [];
    const missing = validate.errors?.filter(({ keyword, instancePath }) => keyword === "required" && !instancePath);
    return (missing ?? []).map(({ params }) => ({ answer, key: String(params.missingProperty) }));
  });
}

/** What gives the validator of an answer; a status that is not declared is the operation's `default`. */
function validators(of: Document) {
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
  return {
    validatorOf({ operationId, status }: Observed): ValidateFunction {
      const response = declared(operationId, String(status)) ?? declared(operationId, "default");
      const schema = response?.content?.["application/json"]?.schema;
      if (schema === undefined) throw new Error(`${operationId} ${status}: the document declares no JSON.`);
      return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object);
    },
  };
}

/** A copy of the document in which an object has the named members only, unless its schema allows others on purpose. */
function closedDocument(): Document {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    isRecord(value) && value.type === "object" && isRecord(value.properties)
      ? { additionalProperties: false, ...value }
      : value,
  ) as Document;
}

/** What the document says of a status, if anything. */
function declared(operationId: string, status: string): Response | undefined {
  const response = operations.find((operation) => operation.operationId === operationId)?.responses?.[status];
  const name = response?.$ref?.split("/").at(-1);
  return name === undefined ? response : document.components.responses[name];
}

/** Sets the value at a JSON pointer, or takes it out. */
function change(body: unknown, path: string, value: unknown): void {
  const keys = path.slice(1).split("/");
  const last = keys.pop() ?? "";
  let place = body;
  for (const key of keys) place = record(place)[key];
  if (!(last in record(place))) throw new Error(`Nothing stands at ${path}.`);
  if (value === undefined) delete record(place)[last];
  else record(place)[last] = value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object or a list by key. */
function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new Error("This is no object.");
  return value as Record<string, unknown>;
}

function nameOf({ operationId, status }: Observed): string {
  return `${operationId} ${status}`;
}
