import type { components } from "../../generated/schema.ts";

/** A value that the server keeps for addons and services. */
export type Secret = components["schemas"]["Secret"];
