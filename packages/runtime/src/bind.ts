import type { CallOptions } from "./call-options.ts";
import type { Core } from "./core.ts";
import type { OperationFunction } from "./operation.ts";

/** The method of a client: a standalone function whose first argument is set. `M` is its generated type. */
export function bind<M>(core: Core, operation: object): M {
  const standalone = operation as OperationFunction;
  const method = (input?: unknown, options?: CallOptions) => standalone(core, input, options);
  return Object.assign(method, {
    safe: (input?: unknown, options?: CallOptions) => standalone.safe(core, input, options),
    full: (input?: unknown, options?: CallOptions) => standalone.full(core, input, options),
  }) as M;
}
