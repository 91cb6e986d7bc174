import type { Call } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";

/** What every record of a challenge begins with. */
const mark = "vc-domain-verify=";

/** The text that claims a domain for an account; the same one whenever it is asked for. */
export function claimText({ random }: Pick<Call, "random">, accountId: string, name: string): string {
  return `${mark}${name},${random.hex(`claim ${accountId} ${name}`, 20)}`;
}

/** Where a record stands that shows who may use a domain. */
export function recordName(apexName: string): string {
  return `_vercel.${apexName}`;
}

/** Whether a text is meant for a name, for whichever project. */
export function isMeantFor(text: string, name: string): boolean {
  return text.startsWith(`${mark}${name},`);
}

/** A new challenge for a domain of a project: an old record does not meet it. */
export function newChallenge(
  { random, clock }: Pick<Call, "random" | "clock">,
  projectId: string,
  name: string,
  apexName: string,
): components["schemas"]["VerificationChallenge"] {
  return {
    type: "TXT",
    domain: recordName(apexName),
    value: `${mark}${name},${random.hex(`challenge ${projectId} ${name} ${clock.now()}`, 20)}`,
    reason: "pending_domain_verification",
  };
}
