import { type ErrorSource, FairleadError } from "../fairlead-error.ts";
import { hasErrorName } from "../has-error-name.ts";

/** What a wait has seen until it ended. */
export interface WaiterErrorFacts {
  /** The state that the job was last seen in; `undefined` when no answer told one. */
  readonly state: string | undefined;
  /** How often each state was seen. */
  readonly tally: Readonly<Record<string, number>>;
  /** How many requests the wait sent: the start and the polls. */
  readonly attempts: number;
}

/**
 * Waiting ended without the result: the polls failed, or what was waited for can't be found in an answer. `attempts`
 * counts the start and the polls.
 */
export class WaiterError extends FairleadError<WaiterErrorFacts> {
  static override readonly errorName: string = "WaiterError";

  /** The state that the job was last seen in; `undefined` when no answer told one. */
  declare readonly state: string | undefined;
  /** How often each state was seen. */
  declare readonly tally: Readonly<Record<string, number>>;

  // Private, because Node prints every own member of an uncaught error, and an answer may hold a signed address.
  readonly #lastState: unknown;

  constructor(
    call: ErrorSource | undefined,
    text: string,
    facts: WaiterErrorFacts,
    lastState: unknown,
    options?: ErrorOptions,
  ) {
    super(call, text, facts, options);
    this.#lastState = lastState;
  }

  /** The last answer that told a state; `undefined` when there was none. Logs don't show it. */
  get lastState(): unknown {
    return this.#lastState;
  }
}

/** Whether a value is a {@link WaiterError}, also one of another installed copy. */
export function isWaiterError(value: unknown): value is WaiterError {
  return hasErrorName(value, "WaiterError");
}
