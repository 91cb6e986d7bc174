import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { needCertificate } from "../../certs/find-certificate.ts";

/** Deletes a certificate of the account. */
export const deleteCert: Hook<operations["deleteCert"]> = (call) => {
  call.store.remove("Certificate", needCertificate(call, call.path.id));
  return call.reply({});
};
