import {
  type Duration,
  duration,
  operationId,
  type ParamRef,
  type Pointer,
  paramRef,
  pointer,
  reference,
  schemaRef,
} from "./common.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** A state that the job leaves again. */
export interface JobRunningState {
  /** States that can follow; the first is the normal path. */
  readonly next: readonly string[];
  /** When a stand-in for the server moves on: after this time or this many status reads, whichever comes first. */
  readonly after: { readonly time?: Duration; readonly polls?: number };
}

/** A state in which the job stays. */
export interface JobEndState {
  readonly end: "success" | "failure";
  /** Where the result stands in the status answer. */
  readonly result?: Pointer;
  /** Where the status answer says what went wrong. */
  readonly message?: Pointer;
}

/** Work that the server does in the background: how it starts, where its state is read, and how it ends. */
export interface Job {
  /** Pointers into the success body of every starting operation; a `state` there counts as the first status read. */
  readonly start: { readonly id: Pointer; readonly state?: Pointer };
  readonly status: { readonly operationId: string; readonly param: ParamRef; readonly state: Pointer };
  /** By the value of the state property; the first is where a job begins. */
  readonly states: { readonly [state: string]: JobRunningState | JobEndState };
  /** How long the status can be read after it last changed; then the status operation answers 404. @default for ever */
  readonly kept?: Duration;
  readonly poll: {
    /** Wait before the second read. @default PT2S */
    readonly every: Duration;
    /** Growth of the wait from read to read, 1 to 4. @default 1.5 */
    readonly factor: number;
    /** Longest wait between two reads. @default PT15S */
    readonly max: Duration;
    /** Longest wait for the end. @default PT10M */
    readonly timeout: Duration;
  };
}

/** What `poll` is where a definition says nothing. */
export const pollDefaults: Job["poll"] = { every: "PT2S", factor: 1.5, max: "PT15S", timeout: "PT10M" };

const states: JsonSchema = {
  description: "The states by the value of the state property; the first is where a job begins.",
  type: "object",
  minProperties: 2,
  additionalProperties: {
    anyOf: [
      {
        description: "A state that the job leaves again.",
        type: "object",
        required: ["next", "after"],
        additionalProperties: false,
        properties: {
          next: {
            description: "States that can follow; the first is the normal path.",
            type: "array",
            minItems: 1,
            uniqueItems: true,
            items: { description: "A state of this job.", type: "string" },
          },
          after: {
            description: "When a stand-in for the server moves on; the first that holds wins.",
            type: "object",
            minProperties: 1,
            additionalProperties: false,
            properties: {
              time: { ...duration, description: "Time since the state began." },
              polls: { description: "Number of status reads in this state.", type: "integer", minimum: 1 },
            },
          },
        },
      },
      {
        description: "A state in which the job stays.",
        type: "object",
        required: ["end"],
        additionalProperties: false,
        properties: {
          end: { description: "How the job ended.", enum: ["success", "failure"] },
          result: { ...pointer, description: "Where the result stands in the status answer." },
          message: { ...pointer, description: "Where the status answer says what went wrong." },
        },
      },
    ],
  },
};

const definition: JsonSchema = {
  description: "Work that the server does in the background.",
  type: "object",
  required: ["start", "status", "states"],
  additionalProperties: false,
  properties: {
    start: {
      description: "Pointers into the success body of every starting operation.",
      type: "object",
      required: ["id"],
      additionalProperties: false,
      properties: {
        id: { ...pointer, description: "Where the job's id stands." },
        state: { ...pointer, description: "Where its state stands; it counts as the first status read." },
      },
    },
    status: {
      description: "The operation that tells how far a job is.",
      type: "object",
      required: ["operationId", "param", "state"],
      additionalProperties: false,
      properties: {
        operationId,
        param: { ...paramRef, description: "The parameter that takes the job's id." },
        state: { ...pointer, description: "Where the state stands in the answer." },
      },
    },
    states,
    kept: {
      ...duration,
      description: "How long the status can be read after it last changed; then the status operation answers 404.",
    },
    poll: {
      description: "How a client waits for the end.",
      type: "object",
      additionalProperties: false,
      properties: {
        every: { ...duration, description: "Wait before the second read.", default: pollDefaults.every },
        factor: {
          description: "Growth of the wait from read to read.",
          type: "number",
          minimum: 1,
          maximum: 4,
          default: pollDefaults.factor,
        },
        max: { ...duration, description: "Longest wait between two reads.", default: pollDefaults.max },
        timeout: { ...duration, description: "Longest wait for the end.", default: pollDefaults.timeout },
      },
    },
  },
};

const result: JsonSchema = {
  description: "Where the result stands in the final answer; of a list the first pointer that is present wins.",
  anyOf: [
    pointer,
    { description: "Pointers in order of preference.", type: "array", minItems: 1, uniqueItems: true, items: pointer },
  ],
};

/** `x-job`: the job that an operation starts. */
export const jobKey: VocabularyKey = {
  extension: "x-job",
  use: {
    description: "The job that the operation starts: a definition, or one with its own result.",
    anyOf: [
      reference,
      {
        description: "A definition with this operation's own result.",
        type: "object",
        required: ["use"],
        minProperties: 2,
        additionalProperties: false,
        properties: {
          use: reference,
          result,
          resultKind: {
            description: "`json`: the value itself. `file`: a URL to fetch, without credentials on a foreign host.",
            enum: ["json", "file"],
            default: "json",
          },
          resultSchema: {
            ...schemaRef,
            description: "The schema component of the result, where other jobs have other values in the same place.",
          },
        },
      },
    ],
  },
  definitions: { block: "jobs", written: definition },
};
