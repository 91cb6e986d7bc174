import type { EnvVarError } from "../env/check-env-var.ts";

/** Why a shared variable can't be, or can't change, in the form of an item of `failed`. */
export interface SharedEnvVarError extends Omit<EnvVarError, "key"> {
  /** Name of the variable in the request; absent where the request has only an id. */
  readonly key?: string;
  /** Id of the project that it is about. */
  readonly project?: string;
}
