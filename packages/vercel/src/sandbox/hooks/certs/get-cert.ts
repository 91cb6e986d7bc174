import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { needCertificate } from "../../certs/find-certificate.ts";
import { showCertificate } from "../../certs/show-certificate.ts";

/** What a certificate of the account is for, and until when. */
export const getCert: Hook<operations["getCert"]> = (call) =>
  call.reply(showCertificate(needCertificate(call, call.path.id)));
