export { createPlayCanvasCore, type PlayCanvasOptions } from "./core.ts";
export * from "./generated/operations.ts";
