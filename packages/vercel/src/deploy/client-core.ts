import type { Core } from "@fairlead/runtime";

/** A client, or a core client as standalone functions take it. */
export type Client = Core | object;

/** The core client of each client, which does not show it. */
const cores = new WeakMap<object, Core>();

/** Notes the core client of a client. */
export function noteCore<C extends object>(client: C, core: Core): C {
  cores.set(client, core);
  return client;
}

/** The core client of a client; a core client is its own. */
export function coreOfClient(client: Client): Core {
  return cores.get(client) ?? (client as Core);
}
