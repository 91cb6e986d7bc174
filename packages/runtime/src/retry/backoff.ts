import type { Refusal } from "./read-refusal.ts";

/**
 * How long to wait before a request is sent again. All waits are random in part, because clients that failed together
 * would come back together.
 * @param attempts - How many times the request was sent; from 1.
 * @param random - Gives a number from 0 to below 1.
 * @returns Milliseconds: what the server asks for and up to half a second more, else 50 to 8,000, and 500 to 20,000
 * where the quota is used up.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(
  { hintMs, isLimited }: Pick<Refusal, "hintMs" | "isLimited">,
  attempts: number,
  random: () => number,
): number {
  const between = (from: number, to: number) => from + random() * (to - from);
  if (hintMs !== undefined) return between(hintMs, hintMs + 500);
  // A used-up quota comes back by the second or the minute, so sooner would be for nothing; 20 s is a third of the usual window.
  const full = isLimited ? Math.min(20_000, 500 * 2 ** attempts) : Math.min(8000, 125 * 2 ** attempts);
  return between(isLimited ? full / 2 : 50, full);
}
