import { none, type Pointer, pointer, reference } from "./common.ts";
import { type JsonSchema, when } from "./json-schema.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** The parameter that sets how many items a page has. */
export interface PageSize {
  readonly param: string;
  /** Items per page when the parameter is not sent, at least 1. */
  readonly default?: number;
  /** Most items that a page can have, at least `default`. */
  readonly max?: number;
}

interface PaginationBase {
  /** Name of the declared parameter that asks for the next page. */
  readonly param: string;
  readonly size?: PageSize;
  /** Where the array of items stands in the answer. */
  readonly items: Pointer;
}

/** Pages by the number of items to skip. */
export interface OffsetPagination extends PaginationBase {
  readonly style: "offset";
  /** Key inside an item, against items that appear twice. */
  readonly key?: Pointer;
  /** Where the number of all items stands. */
  readonly total: Pointer;
}

/** Pages by the key of the last item received. */
export interface LastIdPagination extends PaginationBase {
  readonly style: "last-id";
  /** Key inside an item; the last one asks for the next page. */
  readonly key: Pointer;
  /** Where the answer says whether more items follow. */
  readonly more: Pointer;
}

/** Pages by their number, the first of which is 1. */
export interface NumberedPagination extends PaginationBase {
  readonly style: "page";
  /** Key inside an item, against items that appear twice. */
  readonly key?: Pointer;
  /** Where the number of all items stands; it may count items that the caller is not shown. */
  readonly total: Pointer;
}

/** Pages by time, newest first: the next one begins at the time that the answer gives. */
export interface TimePagination extends PaginationBase {
  readonly style: "until";
  /** Key inside an item, against the items at the border of two pages, which may come twice. */
  readonly key: Pointer;
  /** Where an item has its time, in milliseconds since 1970-01-01 UTC. */
  readonly at: Pointer;
  /** Where the answer has the time that asks for the next page, or null. */
  readonly next: Pointer;
  /** Where it has the time of the newest item, which asks for what is newer. */
  readonly prev?: Pointer;
  /** Where it has the number of items of the page. */
  readonly count?: Pointer;
  /** Declared parameter that asks for items after a time. */
  readonly back?: string;
}

/** How a list continues, complete for one operation. */
export type Pagination = OffsetPagination | NumberedPagination | LastIdPagination | TimePagination;

const properties: { readonly [name: string]: JsonSchema } = {
  style: {
    description:
      "`offset`: the next page is asked for by the items skipped so far; `page`: by its number, from 1; `last-id`: by the last item's key; `until`: by a time that the answer gives, newest first.",
    enum: ["offset", "page", "last-id", "until"],
  },
  param: { description: "Declared parameter that asks for the next page.", type: "string", minLength: 1 },
  size: {
    description: "The declared parameter that sets how many items a page has.",
    type: "object",
    required: ["param"],
    additionalProperties: false,
    properties: {
      param: { description: "Name of the declared parameter.", type: "string", minLength: 1 },
      default: { description: "Items per page when the parameter is not sent.", type: "integer", minimum: 1 },
      max: { description: "Most items that a page can have, at least `default`.", type: "integer", minimum: 1 },
    },
  },
  items: { ...pointer, description: "Where the array of items stands in the answer." },
  key: { ...pointer, description: "Where an item's key stands inside the item: against loops and double items." },
  total: { ...pointer, description: "Where the number of all items stands." },
  more: {
    ...pointer,
    description: "Where the answer says whether more items follow. When absent, this is the last page.",
  },
  at: { ...pointer, description: "Where an item has the time that pages are cut by, in epoch milliseconds." },
  next: { ...pointer, description: "Where the answer has the time that asks for the next page; null on the last one." },
  prev: { ...pointer, description: "Where it has the time that asks for newer items." },
  count: { ...pointer, description: "Where it has the number of items of the page." },
  back: { description: "Declared parameter that asks for items after a time.", type: "string", minLength: 1 },
};

const common: JsonSchema = { type: "object", additionalProperties: false, properties };

const written: JsonSchema = {
  ...common,
  description: "How a list continues. An operation may override or add members, so few are required here.",
  required: ["style"],
};

const merged: JsonSchema = {
  ...common,
  required: ["style", "param", "items"],
  allOf: [
    when({ properties: { style: { enum: ["offset", "page"] } } }, { required: ["total"] }),
    when({ properties: { style: { const: "last-id" } } }, { required: ["key", "more"] }),
    when({ properties: { style: { const: "until" } } }, { required: ["key", "at", "next"] }),
  ],
};

const { style: _, ...overridable } = properties;

/** `x-pagination`: how the list of an operation continues. */
export const paginationKey: VocabularyKey = {
  extension: "x-pagination",
  use: {
    description: "How the list continues: a definition, a definition with overrides, or `none`.",
    anyOf: [
      reference,
      none,
      {
        description: "A definition with other or further members.",
        type: "object",
        required: ["use"],
        minProperties: 2,
        additionalProperties: false,
        properties: { use: reference, ...overridable },
      },
    ],
  },
  definitions: { block: "pagination", written, merged },
};
