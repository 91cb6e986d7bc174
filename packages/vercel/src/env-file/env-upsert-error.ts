import { FairleadError, isFairleadError } from "@fairlead/runtime";

/** A variable that the server refused. */
export interface RefusedEnvVar {
  readonly key: string;
  /** Why, as a word of the server such as `INVALID_KEY`. */
  readonly code: string;
}

/** What an {@link EnvUpsertError} tells. */
export interface EnvUpsertErrorFacts {
  readonly done: readonly string[];
  readonly failed: readonly RefusedEnvVar[];
  readonly left: readonly string[];
}

/**
 * Not all variables were set. It tells which by their keys; neither a value nor a sentence of the server is in it. Where an
 * answer was an error by itself, it is the `cause`.
 */
export class EnvUpsertError extends FairleadError<EnvUpsertErrorFacts> {
  static override readonly errorName: string = "EnvUpsertError";

  /** Keys of those that were set. */
  declare readonly done: readonly string[];
  /** Those that the server refused, and why. */
  declare readonly failed: readonly RefusedEnvVar[];
  /** Keys of those that were not tried, or of which nobody knows, because a request failed. */
  declare readonly left: readonly string[];

  constructor(facts: EnvUpsertErrorFacts, options?: ErrorOptions) {
    super(undefined, textOf(facts), facts, options);
  }
}

/** Whether a value is an {@link EnvUpsertError}, also one of another installed copy. */
export function isEnvUpsertError(value: unknown): value is EnvUpsertError {
  return isFairleadError(value) && value.name === "EnvUpsertError";
}

function textOf({ done, failed, left }: EnvUpsertErrorFacts): string {
  const parts = [
    ...(failed.length ? [`refused: ${failed.map(({ key, code }) => `${key} (${code})`).join(", ")}`] : []),
    ...(left.length ? [`a request failed before these were known to be set: ${left.join(", ")}`] : []),
  ];
  return `env: ${done.length} of ${done.length + failed.length + left.length} variables were set; ${parts.join("; ")}`;
}
