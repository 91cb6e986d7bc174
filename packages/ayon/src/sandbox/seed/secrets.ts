import type { Secret } from "../secrets/secret.ts";

/** What services need to know. The values are fictional, like all of the seed. */
export const secrets: readonly Secret[] = [
  { name: "render_farm_password", value: "fictional-farm-passphrase" },
  { name: "storage_key", value: "fictional-storage-key-7f3a" },
];
