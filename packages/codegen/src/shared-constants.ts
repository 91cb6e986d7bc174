import type { BehaviorRow } from "./behavior-rows.ts";
import { isFreeName } from "./document/names.ts";
import type { Operation } from "./document/operations.ts";
import { type Literal, literal, Name } from "./literal.ts";

/** The members whose definitions operations share: the key that refers to them, and an ending for a name that is taken. */
const SHARED = [
  { member: "rateLimit", key: "x-rate-limit", type: "RateClassRow", ending: "Rate" },
  { member: "pagination", key: "x-pagination", type: "PaginationRow", ending: "Pages" },
] as const;

/** Behaviour definitions that operations refer to by their bare names, as constants of the generated file. */
export class SharedConstants {
  readonly #taken: Set<string>;
  readonly #constants = new Map<string, { readonly name: Name; readonly code: string }>();

  constructor(operations: readonly Operation[]) {
    this.#taken = new Set(operations.map(({ id }) => id));
  }

  /** The row with a constant's name in place of each shared definition; where an operation overrides a member, the row stays. */
  share({ source, watch, behaviors }: Operation, row: BehaviorRow): BehaviorRow {
    const shared: { -readonly [member in keyof BehaviorRow]: BehaviorRow[member] } = { ...row };
    for (const { member, key, type, ending } of SHARED) {
      const reference = source[key];
      const value = row[member];
      // A quota of each operation has its name in it, so that no two are the same.
      const isOwn = member === "rateLimit" && behaviors.rateLimit?.partition.includes("operation");
      if (value !== undefined && typeof reference === "string" && !isOwn)
        shared[member] = this.#constant(`${key} ${reference}`, reference, ending, type, value);
    }
    // What an operation overrides of a job is its result, which is no part of the row.
    if (watch && row.job) {
      const name = watch.name.replaceAll(/\W+(.)/g, (_, letter: string) => letter.toUpperCase());
      shared.job = this.#constant(`x-job ${watch.name}`, name, "Job", "JobRow", row.job);
    }
    return shared;
  }

  #constant(id: string, reference: string, ending: string, type: string, value: Literal): Name {
    let constant = this.#constants.get(id);
    if (constant === undefined) {
      const name = this.#freeName(reference, ending);
      constant = { name: new Name(name), code: `const ${name}: ${type} = ${literal(value)};\n` };
      this.#constants.set(id, constant);
    }
    return constant.name;
  }

  /** The declarations, in the order of first use. */
  declarations(): string[] {
    return [...this.#constants.values()].map(({ code }) => code);
  }

  #freeName(reference: string, ending: string): string {
    let name = reference;
    while (this.#taken.has(name) || !isFreeName(name)) name += ending;
    this.#taken.add(name);
    return name;
  }
}
