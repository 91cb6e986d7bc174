import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { renewed } from "../../certs/renew.ts";
import { showCertificate } from "../../certs/show-certificate.ts";
import type { StoredCertificate } from "../../certs/stored-certificate.ts";

/** All certificates of an account at once, newest first. */
export const listCerts: Hook<operations["listCerts"]> = (call) => {
  const { accountId } = accountOf(call);
  const all = call.store.list("Certificate", { accountId }) as readonly StoredCertificate[];
  const certs = all.map((one) => showCertificate(renewed(call, one))).toSorted((a, b) => b.createdAt - a.createdAt);
  return call.reply({ certs, pagination: { count: certs.length, next: null, prev: certs[0]?.createdAt ?? null } });
};
