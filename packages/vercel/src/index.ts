// biome-ignore lint/performance/noReExportAll: what users of any client need is one list, which the runtime keeps.
export * from "@fairlead/runtime/public";
export {
  createVercel,
  type DeploymentGroup,
  type EnvVarGroup,
  type ProjectDomainGroup,
  type Vercel,
} from "./client.ts";
export type { Groups } from "./generated/client.ts";
export type { components, operations, paths } from "./generated/schema.ts";
// biome-ignore lint/performance/noReExportAll: the whole package has what its entries have.
export * from "./helpers/index.ts";
