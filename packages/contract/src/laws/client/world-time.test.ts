import { describe, expect, it } from "vitest";
import { openMuseum } from "../../../test/museum/server.ts";
import { Broken } from "../broken.ts";
import { WorldTime } from "./world-time.ts";

describe("the time of a world", () => {
  it("passes to the next timer when nothing else is left to do, in the order of the timers", async () => {
    const world = await openMuseum();
    const start = world.now();
    const time = new WorldTime(world);
    const rung: [string, number][] = [];
    const ring = (name: string): void => void rung.push([name, world.now() - start]);
    time.after(3000, () => ring("late"));
    time.after(1000.2, () => ring("early"));
    time.after(1001, () => ring("next"));
    await time.pass(new Promise<void>((resolve) => time.after(5000, resolve)));
    expect(rung).toEqual([
      ["early", 1001],
      ["next", 1001],
      ["late", 3000],
    ]);
    expect(world.now() - start).toBe(5000);
  });
  it("stands still for work that ends without it, and for timers that are called off", async () => {
    const world = await openMuseum();
    const start = world.now();
    const time = new WorldTime(world);
    time.after(1000, () => {});
    time.after(10, () => expect.unreachable())();
    expect(await time.pass(Promise.resolve(7))).toBe(7);
    await expect(time.pass(Promise.reject(new RangeError("no")))).rejects.toThrow(RangeError);
    expect(world.now()).toBe(start);
  });
  it("stands still while the world is at a request", async () => {
    const world = await openMuseum();
    const start = world.now();
    const time = new WorldTime(world);
    time.after(1000, () => {});
    time.busy++;
    const answer = new Promise<number>((resolve) =>
      setTimeout(() => {
        time.busy--;
        resolve(world.now() - start);
      }, 20),
    );
    expect(await time.pass(answer)).toBe(0);
  });
  it("ends with a Broken when the work waits for nothing", async () => {
    const time = new WorldTime(await openMuseum());
    await expect(time.pass(new Promise(() => {}))).rejects.toThrow(Broken);
  });
});
