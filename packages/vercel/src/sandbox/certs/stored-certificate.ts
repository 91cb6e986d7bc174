import type { components } from "../../generated/schema.ts";

/** A certificate as it is stored. Neither it itself nor its key is: only what answers show. */
export type StoredCertificate = components["schemas"]["Certificate"] & { readonly accountId: string };
