export { type AcmeOptions, createAcmeCore } from "./core.ts";
export * from "./generated/operations.ts";
