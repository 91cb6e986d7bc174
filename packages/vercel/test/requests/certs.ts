import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of certificates. */
export const certs: Record<string, Expected> = {
  listCerts: {
    call: (vc) => vc.certs.list(inputs.listCerts),
    method: "GET",
    url: "/v8/certs?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  issueCert: {
    call: (vc) => vc.certs.issue(inputs.issueCert),
    method: "POST",
    url: "/v8/certs?slug=acme",
    ...json({ cns: ["quay.example.com", "*.quay.example.com"] }),
  },
  uploadCert: {
    call: (vc) => vc.certs.upload(inputs.uploadCert),
    method: "PUT",
    url: "/v8/certs",
    ...json({ ca: "chain\n", key: "key of the pier\n", cert: "leaf\n", skipValidation: true }),
  },
  getCert: {
    call: (vc) => vc.certs.get(inputs.getCert),
    method: "GET",
    url: "/v8/certs/cert_8mQx4TzK2vRb7NwYd5JsLp3H?slug=acme",
  },
  deleteCert: {
    call: (vc) => vc.certs.delete(inputs.deleteCert),
    method: "DELETE",
    url: "/v8/certs/cert_8mQx4TzK2vRb7NwYd5JsLp3H?teamId=team_1a79a4d60de6718e8e5b326e",
  },
};
