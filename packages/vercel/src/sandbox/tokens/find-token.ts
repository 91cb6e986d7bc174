import type { Call } from "@fairlead/sandbox";
import { credentialOf, notFound, userOf } from "../account.ts";
import type { AuthToken, Credential } from "../entities.ts";

type Asking = Pick<Call, "store" | "actor">;

/**
 * The tokens that a call may see: those of its user, and with a token for a team only those for that team, because it
 * must not reach further than itself.
 */
export function tokensOf(asking: Asking): readonly AuthToken[] {
  const { store } = asking;
  const own = store.list("AuthToken", { userId: userOf(asking).id }) as readonly AuthToken[];
  const scope = credentialOf(asking)?.teamId ?? undefined;
  return scope === undefined ? own : own.filter(({ scopes = [] }) => scopes.some(({ teamId }) => teamId === scope));
}

/**
 * A token by its id, or by `current` the one of the call. One that nobody made stands for the oldest of its user that
 * is for everything.
 * @throws {Refusal} 403, the user is gone; 404, the user has no such token.
 */
export function findToken(asking: Asking, id: string): AuthToken {
  const all = tokensOf(asking);
  const own = credentialOf(asking)?.tokenId ?? undefined;
  const found =
    id !== "current"
      ? all.find((token) => token.id === id)
      : own === undefined
        ? all.find(({ scopes = [] }) => scopes.every(({ type }) => type === "user"))
        : all.find((token) => token.id === own);
  if (found !== undefined) return found;
  throw notFound(`There is no token ${id}`);
}

/** The secrets of a token. */
export function secretsOf({ store }: Pick<Call, "store">, { id }: AuthToken): readonly Credential[] {
  return store.list("Credential", { tokenId: id }) as readonly Credential[];
}

/** A token as an answer has it. */
export function showToken({ userId: _hidden, ...token }: AuthToken): Omit<AuthToken, "userId"> {
  return token;
}
