import {
  type ComponentRef,
  type ParamRef,
  type Pointer,
  pointer,
  requestRef,
  resourceName,
  schemaRef,
} from "./common.ts";
import { type JsonSchema, when } from "./json-schema.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** How the key of a new entity is made. */
export interface ResourceKey {
  /** Where the key stands in the entity. */
  readonly pointer: Pointer;
  readonly generate: "sequence" | "uuid" | "hex" | "token" | "request";
  /** First number of a sequence. */
  readonly start?: number;
  /** Characters of a hex or token key. */
  readonly length?: number;
  /** Text in front of a key that is made. */
  readonly prefix?: string;
  /** Members that tell entities of one key apart: the same key may exist once for each of their values. */
  readonly within?: readonly Pointer[];
}

/** A kind of entity that the server keeps. */
export interface Resource {
  /** Shape of an entity; absent for one that operations refer to and never send. */
  readonly schema?: ComponentRef;
  readonly key: ResourceKey;
  /** No operation names it: only hooks keep entities of it. */
  readonly internal?: true;
  /** The resource that an entity belongs to; it goes when its parent goes. */
  readonly parent?: { readonly type: string; readonly pointer: Pointer; readonly onDelete: "cascade" };
  /** Members that are kept and that no answer shows. */
  readonly hidden?: readonly Pointer[];
  /** Members whose values no two entities share, and the status that refuses a second one. */
  readonly unique?: readonly { readonly pointers: readonly Pointer[]; readonly status: number }[];
  /** Where the server writes the time of creation and of the last change. */
  readonly times?: { readonly created?: Pointer; readonly modified?: Pointer; readonly format?: "ms" };
  /** What a new entity has unless the request gives it. */
  readonly initial?: { readonly [member: Pointer]: unknown };
}

/** What an operation does with a resource. */
export interface ResourceUse {
  readonly type: string;
  readonly action: "list" | "create" | "get" | "update" | "delete";
  /** Members of the entity that equal a value of the request, which the request must have. */
  readonly scope?: { readonly [member: Pointer]: ParamRef };
  /** Members of the entity that equal a value of the request, if the request has it. */
  readonly filter?: { readonly [member: Pointer]: ParamRef };
  /** Members of a new entity that come from elsewhere in the request, or under another name. */
  readonly take?: { readonly [member: Pointer]: ParamRef };
  readonly sort?: {
    readonly param: ParamRef;
    readonly order: ParamRef;
    /** Values of `order` for up and down. */
    readonly values: readonly [number, number];
    readonly keys: readonly string[];
  };
  /** Order of a list when the request asks for none: a member and `asc` or `desc`. */
  readonly order?: string;
  /** Where the entities of a list without pages stand in the answer. */
  readonly result?: Pointer;
}

const member: JsonSchema = { ...pointer, description: "Where the member stands in the entity." };

const key: JsonSchema = {
  description: "What tells the entities apart, and how the key of a new one is made.",
  type: "object",
  required: ["pointer", "generate"],
  additionalProperties: false,
  properties: {
    pointer: { ...pointer, description: "Where the key stands in the entity." },
    generate: {
      description:
        "`sequence`: numbers, each one more. `uuid`. `hex`: digits and a to f. `token`: letters and digits. `request`: the request has it, in the body or where `key` of the operation says.",
      enum: ["sequence", "uuid", "hex", "token", "request"],
    },
    start: { description: "First number of a sequence.", type: "integer", minimum: 0 },
    length: { description: "Characters of a hex or token key.", type: "integer", minimum: 4, maximum: 128 },
    prefix: { description: "Text in front of a key that is made, such as `prj_`.", type: "string", minLength: 1 },
    within: {
      description: "Members that tell entities of one key apart: a key may exist once for each of their values.",
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: member,
    },
  },
  allOf: [
    when({ properties: { generate: { const: "sequence" } } }, { required: ["start"] }),
    when({ properties: { generate: { enum: ["hex", "token"] } } }, { required: ["length"] }),
  ],
};

const definition: JsonSchema = {
  description: "A kind of entity that the server keeps.",
  type: "object",
  required: ["key"],
  additionalProperties: false,
  properties: {
    schema: {
      ...schemaRef,
      description: "Shape of an entity. Left out where operations only refer to the resource and never send it.",
    },
    key,
    internal: {
      description:
        "`true`: no operation names it, because only hooks keep entities of it, such as overrides of settings.",
      enum: [true],
    },
    parent: {
      description: "The resource that an entity belongs to.",
      type: "object",
      required: ["type", "pointer", "onDelete"],
      additionalProperties: false,
      properties: {
        type: { ...resourceName, description: "The parent's name in `x-behaviors`." },
        pointer: { ...pointer, description: "Where the parent's key stands in the entity." },
        onDelete: { description: "`cascade`: an entity goes when its parent goes.", enum: ["cascade"] },
      },
    },
    hidden: {
      description: "Members that the server keeps and no answer shows, such as the branch that an entity is on.",
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: member,
    },
    unique: {
      description: "Members whose values no two entities share.",
      type: "array",
      minItems: 1,
      items: {
        description: "One rule: these members together are unique.",
        type: "object",
        required: ["pointers", "status"],
        additionalProperties: false,
        properties: {
          pointers: {
            description: "The members that count together.",
            type: "array",
            minItems: 1,
            maxItems: 4,
            uniqueItems: true,
            items: member,
          },
          status: {
            description: "Status that refuses a second one; every operation that creates or updates one declares it.",
            type: "integer",
            minimum: 400,
            maximum: 499,
          },
        },
      },
    },
    times: {
      description: "Where the server writes its clock.",
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      properties: {
        created: { ...pointer, description: "Time of creation." },
        modified: { ...pointer, description: "Time of the last change, at first that of creation." },
        format: {
          description:
            "`ms`: integers, milliseconds since 1970-01-01 UTC, of which no two entities have the same for their creation. Else ISO 8601.",
          enum: ["ms"],
        },
      },
    },
    initial: {
      description: "What a new entity has unless the request gives it, by pointer.",
      type: "object",
      minProperties: 1,
      propertyNames: pointer,
      additionalProperties: { description: "The value, of any type." },
    },
  },
};

function refs(description: string): JsonSchema {
  return {
    description,
    type: "object",
    minProperties: 1,
    propertyNames: pointer,
    additionalProperties: requestRef,
  };
}

const only = (members: readonly string[], action: ResourceUse["action"]): JsonSchema[] =>
  members.map((name) => when({ required: [name] }, { properties: { action: { const: action } } }));

/** `x-resource`: what an operation does with a resource. */
export const resourceKey: VocabularyKey = {
  extension: "x-resource",
  use: {
    description:
      "What the operation does with a resource. One entity is named by the operation's last path parameter; keys compare as text.",
    type: "object",
    required: ["type", "action"],
    additionalProperties: false,
    properties: {
      type: { ...resourceName, description: "The resource's name in `x-behaviors`." },
      action: {
        description: "`update` merges what it is given into the entity.",
        enum: ["list", "create", "get", "update", "delete"],
      },
      scope: refs(
        "Members of the entity that equal a value of the request. A parent that is named so must exist, else the answer is 404.",
      ),
      filter: refs("The same, for values that a request may leave out."),
      take: refs(
        "Only for `create`: members of the new entity that come from elsewhere in the request, or under another name.",
      ),
      sort: {
        description: "Only for `list`: the parameters that choose its order.",
        type: "object",
        required: ["param", "order", "values", "keys"],
        additionalProperties: false,
        properties: {
          param: { ...requestRef, description: "The parameter that takes the name of a member." },
          order: { ...requestRef, description: "The parameter that takes the direction." },
          values: {
            description: "The values of `order` for up and for down.",
            type: "array",
            minItems: 2,
            maxItems: 2,
            uniqueItems: true,
            items: { description: "A value of the parameter.", type: "integer" },
          },
          keys: {
            description: "Members of an entity that a list can be sorted by. Any other name is refused with 400.",
            type: "array",
            minItems: 1,
            uniqueItems: true,
            items: { description: "Name of a member.", type: "string", minLength: 1 },
          },
        },
      },
      order: {
        description:
          "Only for `list`: its order when the request asks for none, as a member and `asc` or `desc`. Left out, it is the order of creation.",
        type: "string",
        pattern: "^[^\\s/]+ (asc|desc)$",
      },
      result: {
        ...pointer,
        description: "Only for `list`, and only where it has no pages: where the entities stand in the answer.",
      },
    },
    allOf: [...only(["sort", "order", "result"], "list"), ...only(["take"], "create")],
  },
  definitions: { block: "resources", written: definition, name: resourceName, by: "type" },
};
