import fc from "fast-check";
import { expect, test } from "vitest";
import { controlPlane } from "./control-world.ts";

const startMs = Date.UTC(2026, 0, 1);
const advance = "/sessions/default/clock/advance";
const clock = "/sessions/default/clock";

test.each([
  [0, 0],
  [1500, 1500],
  ["PT1M", 60_000],
  ["PT0.5S", 500],
  ["P1DT2H3M4.005S", 93_784_005],
  ["P36500D", 36_500 * 86_400_000],
])("The clock is advanced by %j", async (by, ms) => {
  const { status, json } = await controlPlane().ask("POST", advance, { body: { by } });
  expect(status).toBe(200);
  expect(json).toEqual({ mode: "virtual", now: new Date(startMs + ms).toISOString(), nowMs: startMs + ms });
});

test.each(["", "1M", "PT", "P", "P1Y", "PT1", "PT-1M", "-PT1M", "pt1m", "PT1,5S", "PT0.0001S", " PT1M", "PT1M ", "60"])(
  "The malformed duration %j is refused, and the clock stands",
  async (by) => {
    const { ask } = controlPlane();
    const { status, json } = await ask("POST", advance, { body: { by } });
    expect(status).toBe(422);
    expect(json.errors).toEqual([{ pointer: "/by", detail: expect.stringContaining("such as `PT1M30S`") }]);
    expect((await ask("GET", clock)).json.nowMs).toBe(startMs);
  },
);

test.each([-1, 1.5, 3_153_600_000_001, "P36501D", "PT9999999999S", null, true, [], {}])(
  "The clock is not advanced by %j",
  async (by) => {
    const { ask } = controlPlane();
    const { status, json } = await ask("POST", advance, { body: { by } });
    expect({ status, pointer: json.errors[0].pointer }).toEqual({ status: 422, pointer: "/by" });
    expect((await ask("GET", clock)).json.nowMs).toBe(startMs);
  },
);

test("The clock stays in the years that have four digits", async () => {
  const { ask } = controlPlane();
  expect((await ask("PUT", clock, { body: { now: "9999-12-31T23:59:59.999Z" } })).status).toBe(200);
  expect((await ask("POST", advance, { body: { by: 1 } })).json.errors[0].pointer).toBe("/by");
  expect((await ask("POST", advance, { body: { by: 0 } })).status).toBe(200);
});

test("Whatever text is sent as a duration, the clock moves forward or the text is refused", async () => {
  const { ask } = controlPlane();
  const part = fc
    .tuple(fc.nat(400), fc.constantFrom("D", "H", "M", "S", "Y", "W", ""))
    .map(([n, unit]) => `${n}${unit}`);
  const duration = fc
    .tuple(fc.constantFrom("P", "PT", "P1DT", ""), fc.array(part, { maxLength: 3 }))
    .map(([a, b]) => a + b.join(""));
  await fc.assert(
    fc.asyncProperty(fc.oneof(duration, fc.string()), async (by) => {
      const before = (await ask("GET", clock)).json.nowMs;
      const { status, json } = await ask("POST", advance, { body: { by } });
      if (status === 200) expect(json.nowMs).toBeGreaterThanOrEqual(before);
      else expect({ status, pointer: json.errors[0].pointer }).toEqual({ status: 422, pointer: "/by" });
    }),
  );
});

test("The mode and the speed change, and the time does not jump", async () => {
  const { ask } = controlPlane();
  const fast = await ask("PUT", clock, { body: { mode: "realtime", speed: 0.001 } });
  expect(fast.json).toMatchObject({ mode: "realtime", speed: 0.001 });
  expect(fast.json.nowMs - startMs).toBeLessThan(10);
  const still = await ask("PUT", clock, { body: { mode: "virtual" } });
  expect(still.json.speed).toBeUndefined();
  expect((await ask("GET", clock)).json).toEqual(still.json);
});

test("The time is set with any zone", async () => {
  const { json } = await controlPlane().ask("PUT", clock, { body: { now: "2026-03-29T02:00:00.250+02:00" } });
  expect(json.now).toBe("2026-03-29T00:00:00.250Z");
});

test("A clock that is stopped at a time shows exactly that time", async () => {
  const { ask } = controlPlane({ clock: { mode: "realtime", speed: 1000 } });
  const { json } = await ask("PUT", clock, { body: { mode: "virtual", now: "2100-01-01T00:00:00Z" } });
  expect(json).toEqual({ mode: "virtual", now: "2100-01-01T00:00:00.000Z", nowMs: Date.UTC(2100, 0, 1) });
});

test.each([
  [{ now: "2025-12-31T23:59:59.999Z" }, "/now"],
  [{ now: "2026-02-30T00:00:00Z" }, "/now"],
  [{ now: "2026-02-01" }, "/now"],
  [{ now: "2026-02-01T00:00:00" }, "/now"],
  [{ now: "2026-02-01T23:59:60Z" }, "/now"],
  [{ now: 1_800_000_000_000 }, "/now"],
  [{ speed: 2 }, ""],
  [{ mode: "virtual", speed: 2 }, "/speed"],
  [{ mode: "realtime", speed: -2 }, "/speed"],
  [{ mode: "realtime", speed: 1e9 }, "/speed"],
  [{ mode: "frozen" }, "/mode"],
  [{}, ""],
])("The change %j is refused, and nothing changes", async (body, pointer) => {
  const { ask } = controlPlane();
  const { status, json } = await ask("PUT", clock, { body });
  expect({ status, pointer: json.errors[0].pointer }).toEqual({ status: 422, pointer });
  expect((await ask("GET", clock)).json).toEqual({ mode: "virtual", now: "2026-01-01T00:00:00.000Z", nowMs: startMs });
});

test("A change that is half wrong changes nothing", async () => {
  const { ask } = controlPlane();
  await ask("PUT", clock, { body: { mode: "realtime", now: "2020-01-01T00:00:00Z" } });
  expect((await ask("GET", clock)).json.mode).toBe("virtual");
});
