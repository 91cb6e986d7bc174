// biome-ignore lint/performance/noReExportAll: what users of any client need is one list, which the runtime keeps.
export * from "@fairlead/runtime/public";
export { apiKey } from "./auth/api-key.ts";
export { type Login, login } from "./auth/login.ts";
export type { Session } from "./auth/session.ts";
export { type Ayon, createAyon } from "./client.ts";
export { type AyonOptions, endSession } from "./core.ts";
export type { Groups } from "./generated/client.ts";
export type { components, operations, paths } from "./generated/schema.ts";
