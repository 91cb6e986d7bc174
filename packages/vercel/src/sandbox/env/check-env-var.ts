/** Why a variable can't be, in the form of an item of `failed`. */
export interface EnvVarError {
  readonly code: string;
  /** For people. */
  readonly message: string;
  /** Name of the variable in the request. */
  readonly key: string;
  /** Name and id of the variable that is in the way, where one is. */
  readonly envVarKey?: string;
  readonly envVarId?: string;
  readonly target?: string[];
  readonly gitBranch?: string;
}

/** What decides whether a variable can be: of a request, or of a stored one with its changes. */
export interface EnvVarTraits {
  readonly key: string;
  readonly type: string;
  readonly target: readonly string[];
  readonly customEnvironmentIds?: readonly string[] | undefined;
  readonly gitBranch?: string | undefined;
}

/**
 * What is wrong with a variable by itself; undefined where nothing is.
 * @see https://vercel.com/docs/environment-variables
 * @see https://vercel.com/docs/environment-variables/sensitive-environment-variables
 */
export function checkEnvVar({
  key,
  type,
  target,
  customEnvironmentIds = [],
  gitBranch,
}: EnvVarTraits): EnvVarError | undefined {
  const fault = (code: string, message: string): EnvVarError => ({ code, message, key });
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key))
    return fault("INVALID_KEY", "A name has only letters, digits and underscores, and begins with no digit");
  if (target.length === 0 && customEnvironmentIds.length === 0)
    return fault("MISSING_TARGET", "A variable needs an environment, in target or in customEnvironmentIds");
  if (gitBranch !== undefined && target.join() !== "preview")
    return fault("bad_request", "Only a variable of previews alone can be for one branch");
  if (type === "sensitive" && target.includes("development"))
    return fault("bad_request", "A sensitive variable can't be for development");
  return undefined;
}
