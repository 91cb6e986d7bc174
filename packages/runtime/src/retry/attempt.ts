import type { Credentials } from "../auth/auth-provider.ts";
import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import type { Slot } from "../rate-limit/limiter.ts";
import type { BuiltRequest } from "../request/build-request.ts";
import { send } from "../transport/send.ts";

/**
 * One attempt: a turn at the limiter, then credentials, then the request and the redirects that it meets.
 * @param prove - Gives the credentials; asked when it is this call's turn, so that they are fresh.
 * @throws {TransportError} There is no answer.
 * @throws {RateLimitQueueError} The call got no turn.
 * @throws {AuthError} There are no credentials.
 */
export async function attempt(
  call: Call,
  deadline: Deadline,
  request: BuiltRequest,
  prove: () => Promise<Credentials>,
): Promise<Response> {
  const { engine, target } = call;
  const { priority = 1, rateLimit } = call.options;
  let slot: Slot | undefined;
  let response: Response | undefined;
  if (rateLimit !== false) {
    slot = await engine.limiter?.enter(call, deadline, priority, rateLimit?.maxWaitMs);
    call.queuedMs += slot?.queuedMs ?? 0;
  }
  try {
    const headers = { ...request.headers, ...(await prove()) };
    // What the attempt before left: a redirect may have led elsewhere.
    call.origin = engine.origin;
    call.requestId = undefined;
    call.attempts++;
    response = await send(call, deadline, { ...request, headers });
  } finally {
    call.rateLimit = response && target.rateLimit?.headers?.(target.rateLimit, response.headers, engine.clock.now());
    slot?.leave(response, call.rateLimit);
  }
  if (target.redirects) response = await target.redirects.follow(call, deadline, request, response);
  call.requestId = response.headers.get(engine.requestIdHeader) ?? undefined;
  return response;
}
