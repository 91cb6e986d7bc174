import type { RequestMakers } from "@fairlead/contract";
import { makeCertificate } from "../make-certificate.ts";
import { bodyOf, withMembers } from "./change-body.ts";

/** One certificate for all requests: keys take their time. */
const { cert, key } = makeCertificate({ names: ["harbour.example.com"], notAfter: new Date("2090-01-01T00:00:00Z") });

/** Requests about certificates: names of the account's domain, and texts that are certificates. */
export const certRequests: RequestMakers = {
  issueCert(_client, derived) {
    const named = Object.hasOwn(bodyOf(derived), "domains") && !Object.hasOwn(bodyOf(derived), "cns");
    const names = ["quay.example.com", "*.quay.example.com"];
    return { body: { mediaType: "application/json", value: named ? { domains: names } : { cns: names } } };
  },
  uploadCert: (_client, derived) => withMembers(derived, { cert, key, ca: cert }),
};
