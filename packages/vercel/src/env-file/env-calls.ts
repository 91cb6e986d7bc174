import type { Core } from "@fairlead/runtime";
import type { EnvGroup } from "../generated/client.ts";
import { createEnvVars, deleteEnvVars, getEnvVar, listEnvVars, updateEnvVar } from "../generated/operations.ts";
import type { components } from "../generated/schema.ts";

/** A variable as the server shows it. */
export type EnvVar = components["schemas"]["EnvVar"];

type Call<Name extends keyof EnvGroup> = (
  ...given: Parameters<EnvGroup[Name]>
) => Promise<Awaited<ReturnType<EnvGroup[Name]>>>;

/** The operations that the helpers of variables are made of: `vc.env` has them, and `envCalls` makes them of a core. */
export interface EnvCalls {
  readonly list: Call<"list">;
  readonly get: Call<"get">;
  readonly create: Call<"create">;
  readonly update: Call<"update">;
  readonly deleteMany: Call<"deleteMany">;
}

/** The operations of variables, bound to a core client. */
export function envCalls(core: Core): EnvCalls {
  return {
    list: (input, options) => listEnvVars(core, input, options),
    get: (input, options) => getEnvVar(core, input, options),
    create: (input, options) => createEnvVars(core, input, options),
    update: (input, options) => updateEnvVar(core, input, options),
    deleteMany: (input, options) => deleteEnvVars(core, input, options),
  };
}
