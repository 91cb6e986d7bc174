import fc from "fast-check";
import { expect, it } from "vitest";
import { SeededRandom } from "./seeded-random.ts";

it("gives the same value for the same seed and name, and another for another", () => {
  const random = new SeededRandom(1);
  const all = (from: SeededRandom, name: string): unknown[] => [
    from.uuid(name),
    from.hex(name, 40),
    from.token(name, 40),
    from.integer(name, 0, Number.MAX_SAFE_INTEGER - 1),
  ];
  expect(all(new SeededRandom(1), "a")).toEqual(all(random, "a"));
  all(random, "a").forEach((value, index) => {
    expect(all(random, "b")[index]).not.toBe(value);
    expect(all(new SeededRandom(2), "a")[index]).not.toBe(value);
  });
});

it("keeps to the form and the length that are asked for", () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.integer({ min: 0, max: 200 }), (seed, name, length) => {
      const random = new SeededRandom(seed);
      expect(random.uuid(name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(random.hex(name, length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
      expect(random.token(name, length)).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`));
    }),
  );
});

it("gives every integer of a range, its ends included, about equally often", () => {
  const random = new SeededRandom(1);
  const counts = [0, 0, 0];
  for (let n = 0; n < 3000; n += 1) {
    const value = random.integer(`${n}`, 4, 6) - 4;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  expect(counts).toHaveLength(3);
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it("takes another seed when it is loaded", () => {
  const random = new SeededRandom(1);
  random.load(random.fromJSON(2));
  expect(random.uuid("a")).toBe(new SeededRandom(2).uuid("a"));
  expect(() => random.fromJSON("2")).toThrow(TypeError);
});
