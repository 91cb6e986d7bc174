import type { Inputs } from "./input-of.ts";

/** Inputs of certificates. */
export const certs: Pick<Inputs, "listCerts" | "issueCert" | "uploadCert" | "getCert" | "deleteCert"> = {
  listCerts: { teamId: "team_1a79a4d60de6718e8e5b326e" },
  issueCert: { slug: "acme", body: { cns: ["quay.example.com", "*.quay.example.com"] } },
  uploadCert: { body: { ca: "chain\n", key: "key of the pier\n", cert: "leaf\n", skipValidation: true } },
  getCert: { id: "cert_8mQx4TzK2vRb7NwYd5JsLp3H", slug: "acme" },
  deleteCert: { id: "cert_8mQx4TzK2vRb7NwYd5JsLp3H", teamId: "team_1a79a4d60de6718e8e5b326e" },
};
