import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { stopOnSignals } from "./stop-on-signals.ts";

function setUp(stop: () => Promise<void>) {
  const source = Object.assign(new EventEmitter(), { exit: vi.fn<(code: number) => void>() });
  const clock = { ms: 0 };
  stopOnSignals(source, stop, () => clock.ms);
  return { source, clock };
}

const never = (): Promise<void> => new Promise(() => undefined);

test.for(["SIGINT", "SIGTERM"])("the first %s stops and ends with 0", async (signal) => {
  const stop = vi.fn(() => Promise.resolve());
  const { source } = setUp(stop);
  source.emit(signal);
  expect(source.exit).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(source.exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(stop).toHaveBeenCalledOnce();
});

test("a second signal ends at once, with 128 and its number", () => {
  const { source, clock } = setUp(never);
  source.emit("SIGINT");
  clock.ms = 201;
  source.emit("SIGTERM");
  expect(source.exit).toHaveBeenCalledExactlyOnceWith(143);
});

test("the echo of one Ctrl-C within a fifth of a second is no second signal", () => {
  const { source, clock } = setUp(never);
  source.emit("SIGINT");
  clock.ms = 200;
  source.emit("SIGINT");
  expect(source.exit).not.toHaveBeenCalled();
});
