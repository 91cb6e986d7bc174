import type { Exchange } from "./requests/exchange.ts";

/** Thrown inside a case: the law does not hold. */
export class Broken extends Error {
  override readonly name: string = "Broken";
  /** The request and the answer that show it. */
  readonly exchange: Exchange | undefined;

  constructor(message: string, exchange?: Exchange) {
    super(message);
    this.exchange = exchange;
  }
}

/**
 * Ends the case unless the condition holds.
 * @throws {Broken} It does not.
 */
export function must(condition: unknown, message: string, exchange?: Exchange): asserts condition {
  if (!condition) throw new Broken(message, exchange);
}
