import { AbortedError } from "@fairlead/runtime";

/**
 * Does some work for each item, several at once. The first error ends the others, and is thrown when they have ended.
 * @param limit - How many at once.
 * @throws {AbortedError} The signal aborted.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  signal: AbortSignal | undefined,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const queue = items.values();
  const failures: unknown[] = [];
  const run = async () => {
    for (const item of queue) {
      if (both.aborted) return;
      try {
        await work(item, both);
      } catch (error) {
        failures.push(error);
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, run));
  throwIfAborted(signal);
  if (failures.length) throw failures[0];
}

/**
 * Ends what the caller does not want any more.
 * @throws {AbortedError} The signal aborted.
 */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new AbortedError(undefined, "deploy: aborted by the caller", undefined, { cause: signal.reason });
}
