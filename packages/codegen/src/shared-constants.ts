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

  /**
   * The row with a constant's name in place of each shared definition; where an operation overrides a member, the row
   * stays. A quota of each operation has the operation's id in its name, so that no two are the same: a function adds it.
   */
  share({ source, watch, behaviors }: Operation, row: BehaviorRow): { row: BehaviorRow; wrap: Name | undefined } {
    const shared: { -readonly [member in keyof BehaviorRow]: BehaviorRow[member] } = { ...row };
    let wrap: Name | undefined;
    for (const { member, key, type, ending } of SHARED) {
      const reference = source[key];
      const value = row[member];
      if (value === undefined || typeof reference !== "string") continue;
      if (member === "rateLimit" && behaviors.rateLimit?.partition.includes("operation")) {
        wrap = this.#constant(`${key} ${reference}`, reference, ending, (name) => ownQuota(name, reference, value));
        shared[member] = undefined;
      } else
        shared[member] = this.#constant(
          `${key} ${reference}`,
          reference,
          ending,
          (name) => `const ${name}: ${type} = ${literal(value)};\n`,
        );
    }
    // What an operation overrides of a job is its result, which is no part of the row.
    if (watch && row.job) {
      const name = watch.name.replaceAll(/\W+(.)/g, (_, letter: string) => letter.toUpperCase());
      const job = row.job;
      const code = (free: string) => `const ${free}: JobRow = ${literal(job)};\n`;
      shared.job = this.#constant(`x-job ${watch.name}`, name, "Job", code);
    }
    return { row: shared, wrap };
  }

  #constant(id: string, reference: string, ending: string, code: (name: string) => string): Name {
    let constant = this.#constants.get(id);
    if (constant === undefined) {
      const name = this.#freeName(reference, ending);
      constant = { name: new Name(name), code: code(name) };
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

/** A function that gives a row the quota that each operation of a class has for itself. */
function ownQuota(name: string, className: string, value: Literal): string {
  const quota = { ...(value as { readonly [member: string]: Literal | undefined }) };
  quota.name = new Name(`\`${className}:\${row.id}\``);
  return `const ${name} = <Row extends { id: string }>(row: Row): Row & { rateLimit: RateClassRow } => ({
  ...row,
  rateLimit: ${literal(quota, "  ")},
});
`;
}
