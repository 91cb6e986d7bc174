import type { OperationTable, Tables } from "@fairlead/sandbox/tables";
import type { BundledDocument } from "../document.ts";
import { type LawDocument, readLawDocument } from "./document/law-document.ts";
import { Shapes } from "./document/shapes.ts";
import type { RequestMaker, RequestMakers } from "./requests/request-maker.ts";

/** What laws are generated from, and how thoroughly they are tried. */
export interface LawContext {
  readonly tables: Tables;
  readonly document: LawDocument;
  readonly shapes: Shapes;
  readonly requests: RequestMakers;
  /** What requests have where an operation declares it, by place and wire name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Seed of all random values. */
  readonly seed: number;
  /** Random cases for each property. */
  readonly runs: number;
  /** Whether costly laws take every operation; else one of each kind. */
  readonly exhaustive: boolean;
  operation(id: string): OperationTable;
}

/** Settings of {@link createLawContext}. */
export interface LawContextOptions {
  readonly tables: Tables;
  readonly document: BundledDocument;
  /** Makes the requests that can't be derived, by operationId. */
  readonly requests?: Readonly<Record<string, RequestMaker>>;
  /**
   * Values of optional parameters that every request has where its operation declares them, by place and wire name: such
   * as the account that all of the world belongs to, as `query.account`.
   */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** @default `LAWS_SEED` of the environment, else a random one */
  readonly seed?: number;
  /** Random cases for each property. @default 12 */
  readonly runs?: number;
  /** Whether costly laws take every operation, or one of each kind. @default true */
  readonly exhaustive?: boolean;
}

/** Reads the declarations once for all laws. */
export function createLawContext({
  tables,
  document,
  requests = {},
  parameters = {},
  seed = seedOfEnvironment(),
  runs = 12,
  exhaustive = true,
}: LawContextOptions): LawContext {
  const operations = new Map(tables.operations.map((operation) => [operation.id, operation]));
  return {
    tables,
    document: readLawDocument(document),
    shapes: new Shapes(tables),
    requests,
    parameters,
    seed,
    runs,
    exhaustive,
    operation(id) {
      const found = operations.get(id);
      if (found === undefined) throw new RangeError(`The tables have no operation ${id}.`);
      return found;
    },
  };
}

function seedOfEnvironment(): number {
  const given = Number(process.env.LAWS_SEED);
  return Number.isSafeInteger(given) && given !== 0 ? given : Math.floor(Math.random() * 2 ** 31);
}
