import type { Call } from "@fairlead/sandbox";
import type { AuthToken, Credential } from "../entities.ts";

/** Takes a token away. Its secret stays, with an end, or it would pass like any other that nobody made. */
export function endCredential({ store, clock }: Pick<Call, "store" | "clock">, credential: Credential): void {
  store.update("Credential", credential, { until: new Date(clock.now()).toISOString() });
  const token = credential.tokenId === null ? undefined : store.get("AuthToken", credential.tokenId);
  if (token !== undefined) store.remove("AuthToken", token as AuthToken);
}
