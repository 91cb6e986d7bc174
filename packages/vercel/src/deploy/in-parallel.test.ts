import { isAbortedError } from "@fairlead/runtime";
import { expect, test } from "vitest";
import { inParallel } from "./in-parallel.ts";

const tick = () => new Promise((resolve) => setImmediate(resolve));

test("all items are worked on, never more at once than the limit", async () => {
  const done: number[] = [];
  let now = 0;
  let most = 0;
  await inParallel([...Array(20).keys()], 3, undefined, async (item) => {
    most = Math.max(most, ++now);
    await tick();
    now--;
    done.push(item);
  });
  expect(done.sort((one, other) => one - other)).toEqual([...Array(20).keys()]);
  expect(most).toBe(3);
});

test("the first error ends the others, nothing more begins, and it is thrown when all have ended", async () => {
  const begun: number[] = [];
  let ended = 0;
  const work = inParallel([...Array(20).keys()], 4, undefined, async (item, signal) => {
    begun.push(item);
    await tick();
    if (item === 1) throw new Error("the first");
    await new Promise((_, reject) => {
      const end = () => tick().then(() => reject(new Error(`ended ${++ended}`)));
      if (signal.aborted) end();
      else signal.addEventListener("abort", end);
    });
  });
  await expect(work).rejects.toThrow("the first");
  expect([begun, ended]).toEqual([[0, 1, 2, 3], 3]);
});

test("an abort is an AbortedError with its reason, with no items too", async () => {
  const reason = new Error("enough");
  for (const items of [[], [1, 2]]) {
    const begun: number[] = [];
    const error = await inParallel(items, 2, AbortSignal.abort(reason), async (item) => void begun.push(item)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toSatisfy(isAbortedError);
    expect(error).toMatchObject({ reason });
    expect(begun).toEqual([]);
  }
});
