export { createRaw } from "./create-raw.ts";
export { type RequestInput, request } from "./request.ts";
