export { type AyonOptions, createAyonCore } from "./core.ts";
export * from "./generated/operations.ts";
