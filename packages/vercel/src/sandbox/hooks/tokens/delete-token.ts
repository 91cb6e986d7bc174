import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { credentialOf } from "../../account.ts";
import { endCredential } from "../../tokens/end-credential.ts";
import { findToken, secretsOf } from "../../tokens/find-token.ts";

/** Takes a token away; `current` is refused from then on even where nobody made it in the sandbox. */
export const deleteToken: Hook<operations["deleteToken"]> = (call) => {
  const { store, clock, actor, path } = call;
  const token = findToken(call, path.tokenId);
  return store.attempt(() => {
    for (const secret of secretsOf(call, token)) endCredential(call, secret);
    if (store.get("AuthToken", token.id) !== undefined) store.remove("AuthToken", token);
    if (path.tokenId === "current" && actor.token !== undefined && credentialOf(call) === undefined) {
      const until = new Date(clock.now()).toISOString();
      const scope = { tokenId: token.id, userId: token.userId, teamId: null, projectId: null };
      store.create("Credential", { token: actor.token, until, ...scope });
    }
    return call.reply({ tokenId: token.id });
  });
};
