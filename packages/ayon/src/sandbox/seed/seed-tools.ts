import type { SandboxApi } from "@fairlead/sandbox";

/** Where a seed can keep files. */
export type SeedTools = Parameters<Extract<SandboxApi["seed"], (...tools: never) => unknown>>[0];
