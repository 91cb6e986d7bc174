import type { ValidateFunction } from "ajv";
import type { OperationTable, Schema, Tables } from "../tables/tables.ts";
import { type Projection, Projections } from "../validation/project.ts";
import type { SchemaLibrary } from "../validation/schema-library.ts";
import { isJson, isJsonLines } from "./json-media.ts";

/** What an operation declares for a status, looked up once. */
export interface ResponsePlan {
  /** Declared headers, names in lower case. */
  readonly headers: readonly { readonly name: string; readonly required: boolean; readonly schema: Schema }[];
  /** The JSON body; absent where none is declared. */
  readonly json?: BodyPlan;
  /** Each line of a stream of JSON lines; absent where none is declared. */
  readonly lines?: BodyPlan;
}

/** What a media type declares for a JSON value. */
export interface BodyPlan {
  readonly mediaType: string;
  readonly project: Projection;
  readonly validate: ValidateFunction;
}

/** The plans of all answers of one API, each made when it is first needed. */
export class ResponsePlans {
  readonly #tables: Tables;
  readonly #library: SchemaLibrary;
  readonly #projections: Projections;
  readonly #known = new Map<OperationTable | undefined, Map<number, ResponsePlan | undefined>>();

  constructor(tables: Tables, library: SchemaLibrary) {
    this.#tables = tables;
    this.#library = library;
    this.#projections = new Projections(library);
  }

  /**
   * The plan for a status: what the operation declares for it, else its `default` for an error, else the error that
   * answers what no operation declares. Undefined where nothing allows the status.
   * @param operation - Absent where a request reached none.
   */
  of(operation: OperationTable | undefined, status: number): ResponsePlan | undefined {
    let plans = this.#known.get(operation);
    if (plans === undefined) {
      plans = new Map();
      this.#known.set(operation, plans);
    }
    if (!plans.has(status)) plans.set(status, this.#make(operation, status));
    return plans.get(status);
  }

  #make(operation: OperationTable | undefined, status: number): ResponsePlan | undefined {
    const usual = status >= 400 ? (operation?.responses.default ?? this.#tables.errors.response) : undefined;
    const name = operation?.responses[String(status)] ?? usual;
    const response = name === undefined ? undefined : this.#tables.responses[name];
    if (response === undefined) return undefined;
    const content = Object.entries(response.content);
    const json = content.find(([mediaType]) => isJson(mediaType));
    const lines = content.find(([mediaType]) => isJsonLines(mediaType));
    return {
      headers: Object.entries(response.headers).map(([header, about]) => ({ name: header.toLowerCase(), ...about })),
      ...(json && { json: this.#bodyPlan(...json) }),
      ...(lines && { lines: this.#bodyPlan(...lines) }),
    };
  }

  #bodyPlan(mediaType: string, { schema }: { readonly schema: Schema }): BodyPlan {
    return { mediaType, project: this.#projections.of(schema), validate: this.#library.validator(schema) };
  }
}
