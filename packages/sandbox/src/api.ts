import type { Hooks } from "./engine/hook.ts";
import type { Files } from "./files/files.ts";
import type { Entity } from "./store/store.ts";
import type { Tables } from "./tables/tables.ts";

/** Entities by resource, in the order in which they count as created. */
export interface Seed {
  readonly [type: string]: readonly Entity[];
}

/** What an API brings to the sandbox: the default export of `@fairlead/<api>/sandbox`. */
export interface SandboxApi {
  readonly tables: Tables;
  /** What every session begins with. A function may keep files first; it runs once for each sandbox. */
  readonly seed: Seed | ((tools: { readonly files: Pick<Files, "put"> }) => Seed | Promise<Seed>);
  readonly hooks: Hooks;
}
