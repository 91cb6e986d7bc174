import type { Core } from "./core.ts";

type Form = (core: Core, ...rest: unknown[]) => unknown;

/**
 * The method of a client: a standalone function whose first argument is set, and each of its forms likewise.
 * `M` is its generated type.
 */
export function bind<M>(core: Core, operation: object): M {
  const method = (...rest: unknown[]) => (operation as Form)(core, ...rest);
  const forms = Object.entries(operation).map(([name, form]) => [name, bind(core, form as Form)]);
  return Object.assign(method, Object.fromEntries(forms)) as M;
}
