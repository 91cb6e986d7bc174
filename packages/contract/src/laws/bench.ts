import fc from "fast-check";
import { Broken } from "./broken.ts";
import { nonconformities } from "./document/judge.ts";
import type { Finding } from "./law.ts";
import type { LawContext } from "./law-context.ts";
import { describeAnswer, type Exchange } from "./requests/exchange.ts";
import { LawClient, UnderivableError } from "./requests/law-client.ts";
import type { LawWorld, OpenWorld } from "./world.ts";

/** What a finding says first when a case failed for another reason than its law. */
export const caseFailed = "the case itself failed";

/** Where a law is tried on one operation: opens worlds, counts cases, keeps what was found. */
export class Bench {
  readonly context: LawContext;
  readonly findings: Finding[] = [];
  readonly underivable: string[] = [];
  /** Answers of any request that break the document, by what they break. */
  readonly ambient: Finding[] = [];
  cases = 0;
  readonly #open: OpenWorld;
  readonly #law: string;
  readonly #target: string;
  readonly #worlds: LawWorld[] = [];

  constructor(law: string, target: string, open: OpenWorld, context: LawContext) {
    this.#law = law;
    this.#target = target;
    this.#open = open;
    this.context = context;
  }

  /** A client of a fresh world. */
  async open(): Promise<LawClient> {
    const world = await this.#open();
    this.#worlds.push(world);
    return new LawClient(world, this.context, (exchange) => this.#watch(exchange));
  }

  /** One case: what it throws is a finding. */
  async attempt(run: () => Promise<void>): Promise<void> {
    this.cases++;
    try {
      await run();
    } catch (error) {
      this.#record(error);
    }
  }

  /** Everything that is tried on the operation: what is thrown outside of a case is a finding too. */
  async attemptAll(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#record(error);
    }
  }

  /** Random cases, as many as the context says; the smallest counter-example is the finding. */
  async property<Value>(
    arbitrary: fc.Arbitrary<Value>,
    run: (value: Value) => Promise<void>,
    runs: number = this.context.runs,
  ): Promise<void> {
    const details = await fc.check(
      fc.asyncProperty(arbitrary, async (value) => {
        try {
          await run(value);
        } catch (error) {
          if (!fc.PreconditionFailure.isFailure(error)) this.cases++;
          throw error;
        }
        this.cases++; // what a precondition skipped is no case
      }),
      { seed: this.context.seed, numRuns: runs, endOnFailure: false, interruptAfterTimeLimit: 20_000 },
    );
    if (!details.failed || details.counterexample === null) return;
    const example = `seed ${details.seed}, path ${details.counterexamplePath}, smallest: ${fc.stringify(details.counterexample[0])}`;
    this.#record(details.errorInstance, example.slice(0, 600));
  }

  /** Closes the worlds. */
  async close(): Promise<void> {
    for (const world of this.#worlds.splice(0)) await world.close();
  }

  #record(error: unknown, example?: string): void {
    if (error instanceof UnderivableError) {
      this.underivable.push(error.message);
      return;
    }
    const exchange = error instanceof Broken ? error.exchange : undefined;
    const what = error instanceof Broken ? error.message : `${caseFailed}: ${stackOf(error)}`;
    this.findings.push({
      law: this.#law,
      operation: this.#target,
      what: example === undefined ? what : `${what} (${example})`,
      ...(exchange === undefined ? {} : { request: exchange.curl, answer: describeAnswer(exchange) }),
    });
  }

  #watch(exchange: Exchange): void {
    for (const what of nonconformities(exchange, this.context.tables, this.context.shapes)) {
      if (this.ambient.length > 20) return;
      const operation = exchange.operation?.id ?? this.#target;
      if (this.ambient.some((known) => known.operation === operation && known.what === what)) continue;
      this.ambient.push({ law: this.#law, operation, what, request: exchange.curl, answer: describeAnswer(exchange) });
    }
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join(" | ") : String(error);
}
