import type { Replays } from "../behaviors/replays.ts";
import type { Tables } from "../tables/tables.ts";
import type { Answer } from "./answer.ts";
import type { LiveCall } from "./live-call.ts";
import { Refusal } from "./refusal.ts";

/**
 * The answer to a request, or the first answer again where the operation takes an idempotency key and this one was used
 * within its lifetime.
 * @throws {Refusal} 409, the key was used with another body.
 */
export async function replayed(
  call: LiveCall,
  replays: Replays,
  tables: Tables,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const { operation, header, actor, clock, body } = call;
  const table = operation.idempotency === undefined ? undefined : tables.idempotency[operation.idempotency];
  const name = Object.keys(header).find((one) => one.toLowerCase() === table?.header.toLowerCase());
  const key = name === undefined ? undefined : header[name];
  if (table === undefined || typeof key !== "string") return answer();
  const fingerprint = JSON.stringify(body) ?? "";
  const owner = actor.token ?? "";
  const known = replays.find(table, operation.id, owner, key, fingerprint, clock.now());
  if (known === "other")
    throw new Refusal(409, `The ${table.header} was used before with another body; take a new key for a new request`);
  if (known !== undefined) return known;
  const first = await answer();
  if (first.status < 300) replays.keep(table, operation.id, owner, key, fingerprint, clock.now(), first);
  return first;
}
