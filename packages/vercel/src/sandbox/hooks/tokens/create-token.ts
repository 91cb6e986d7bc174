import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf, credentialOf, projectInAccount } from "../../account.ts";
import type { AuthToken } from "../../entities.ts";
import { vercelRefusal } from "../../refusal.ts";
import { showToken } from "../../tokens/find-token.ts";

/** The last time that a date can be, in milliseconds since 1970-01-01 UTC. */
const lastTime = 8.64e15;

/** Makes a token that works from now on. It never reaches further than the one that it is made with. */
export const createToken: Hook<operations["createToken"]> = (call) => {
  const { store, body, clock, random } = call;
  const { name, expiresAt } = body;
  const { user, team } = accountOf(call);
  const projectId = body.projectId ? projectInAccount(call, body.projectId).id : credentialOf(call)?.projectId;
  if (expiresAt !== undefined && expiresAt <= clock.now())
    throw vercelRefusal(400, "bad_request", "The time at which the token shall end is past");
  return store.attempt(() => {
    const made = store.create("AuthToken", { name, userId: user.id, ...(expiresAt !== undefined && { expiresAt }) });
    const { id, createdAt } = made as AuthToken;
    const bearerToken = random.token(`AuthToken/${id}/secret`, 24);
    const about = { origin: "manual", createdAt, ...(expiresAt !== undefined && { expiresAt }) };
    const token = store.update("AuthToken", made, {
      activeAt: createdAt,
      prefix: bearerToken.slice(0, 4),
      suffix: bearerToken.slice(-4),
      scopes: [team === undefined ? { type: "user", ...about } : { type: "team", teamId: team.id, ...about }],
    }) as AuthToken;
    store.create("Credential", {
      token: bearerToken,
      tokenId: id,
      userId: user.id,
      teamId: team?.id ?? null,
      projectId: projectId ?? null,
      ...(expiresAt !== undefined && { until: new Date(Math.min(expiresAt, lastTime)).toISOString() }),
    });
    return call.reply({ token: showToken(token), bearerToken });
  });
};
