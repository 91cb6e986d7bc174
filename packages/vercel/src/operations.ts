export { createVercelCore, type VercelOptions } from "./core.ts";
export * from "./generated/operations.ts";
