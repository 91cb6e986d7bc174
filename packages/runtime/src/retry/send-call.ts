import type { Credentials } from "../auth/auth-provider.ts";
import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { TransportError } from "../errors/transport/transport-error.ts";
import type { BuiltRequest } from "../request/build-request.ts";
import { credentials } from "../transport/credentials.ts";
import { attempt } from "./attempt.ts";
import { backoffMs } from "./backoff.ts";
import { readRefusal } from "./read-refusal.ts";

/**
 * Sends a request until it has an answer that stands: one that another attempt would not change, or that no attempt is
 * left for. It may be no 2xx.
 * @throws {TransportError} There is no answer; that of the last attempt.
 * @throws {RateLimitQueueError} The call got no turn.
 * @throws {AuthError} There are no credentials.
 */
export async function sendCall(call: Call, deadline: Deadline, request: BuiltRequest): Promise<Response> {
  const { engine, target } = call;
  const { renewal, retry, onAttempt } = engine;
  if (typeof target.idempotent === "string") {
    // One key for all attempts, by which the server knows them as one call.
    (request.headers as Record<string, string>)[target.idempotent.toLowerCase()] ??= crypto.randomUUID();
  }
  let sent: Credentials | undefined;
  let renewed: Credentials | undefined;
  let renewals = 0;
  const prove = async () => {
    renewals = renewal.count;
    sent = renewed ?? (await credentials(call, deadline));
    return sent;
  };
  for (let paid = 0; ; ) {
    let error: unknown;
    const response = await attempt(call, deadline, request, prove).catch((thrown: unknown): undefined => {
      error = thrown;
    });
    // A listener is no part of the call, so what it throws is lost.
    const tell = async (retryInMs?: number) => {
      try {
        await onAttempt?.({ ...call.names, ...call.meta(), status: response?.status, error, retryInMs });
      } catch {}
    };
    if (response?.ok) {
      tell();
      retry.budget = Math.min(500, retry.budget + (paid || 1));
      return response;
    }
    // What is not read keeps its connection.
    const drop = () => response?.body?.cancel().catch(() => {});
    if (response?.status === 401 && !renewed && call.origin === engine.origin) {
      renewed = await credentials(call, deadline, renewals).catch((failure) => {
        drop();
        throw failure;
      });
      if (JSON.stringify(renewed) !== JSON.stringify(sent)) {
        tell(0);
        drop();
        call.maxAttempts++;
        continue;
      }
    }
    const refusal = response
      ? readRefusal(call, response)
      : { retryable: error instanceof TransportError && error.retryable };
    const waitMs = backoffMs(refusal, call.attempts, engine.random);
    // An outage costs more than a quota, which says itself when it ends.
    const cost = refusal.isLimited ? 5 : 14;
    if (
      !refusal.retryable ||
      call.attempts >= call.maxAttempts ||
      // Who waits longer than two minutes should know it, and not hang.
      (refusal.hintMs ?? 0) > 120_000 ||
      retry.budget < cost ||
      engine.clock.now() + waitMs >= deadline.endsAt
    ) {
      tell();
      if (!response) throw error;
      return response;
    }
    tell(waitMs);
    drop();
    retry.budget -= cost;
    paid += cost;
    await deadline.pause(waitMs);
    call.totalDelayMs += waitMs;
  }
}
