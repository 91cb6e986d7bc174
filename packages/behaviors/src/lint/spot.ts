import { isRecord } from "../is-record.ts";
import type { Location, VisitorContext } from "./redocly-types.ts";

/** Follows references; Redocly has read all files by the time rules run. */
export type Resolve = VisitorContext["resolve"];

/** A value of the document together with the file and pointer where it stands; `$ref` is followed on the way. */
export class Spot {
  readonly value: unknown;
  readonly at: Location;
  /** Name of the component that the last `$ref` on the way to this value named; absent when it stands in place. */
  readonly component: string | undefined;
  readonly #resolve: Resolve;

  constructor(value: unknown, at: Location, resolve: Resolve) {
    const reference = isRecord(value) ? value.$ref : undefined;
    const found = typeof reference === "string" ? resolve(value, at.source.absoluteRef) : undefined;
    this.value = found === undefined ? value : found.node;
    this.at = found?.location ?? at;
    this.component = typeof reference === "string" ? reference.split("/").at(-1) : undefined;
    this.#resolve = resolve;
  }

  /** The member of that name; absent where this is no object or has none. */
  get(key: string): Spot | undefined {
    if (!isRecord(this.value) || this.value[key] === undefined) return undefined;
    return new Spot(this.value[key], this.at.child([key]), this.#resolve);
  }

  /** The member at the end of a path of names. */
  find(...keys: readonly string[]): Spot | undefined {
    return keys.reduce<Spot | undefined>((spot, key) => spot?.get(key), this);
  }

  /** All members with their names, in the order of the document; none where this is no object. */
  members(): [string, Spot][] {
    if (!isRecord(this.value)) return [];
    return Object.entries(this.value).map(([key, value]) => [
      key,
      new Spot(value, this.at.child([key]), this.#resolve),
    ]);
  }

  /** All items; none where this is no array. */
  items(): Spot[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((value: unknown, index) => new Spot(value, this.at.child([index]), this.#resolve));
  }

  /** The value, when it is text. */
  text(): string | undefined {
    return typeof this.value === "string" ? this.value : undefined;
  }
}
