import { expect, it } from "vitest";
import type { Answer } from "../engine/answer.ts";
import { Replays } from "./replays.ts";

const table = { header: "idempotency-key", ttlMs: 1000, replayStatus: 200 };
const answer: Answer = { status: 201, headers: { location: "/1" }, json: { id: 1 } };

function kept(): Replays {
  const replays = new Replays();
  replays.keep(table, "reserve", "ada-token", "key", '{"seats":2}', 5000, answer);
  return replays;
}

it("gives the first answer again with the declared status, within its lifetime", () => {
  const find = (now: number): unknown => kept().find(table, "reserve", "ada-token", "key", '{"seats":2}', now);
  expect(find(5999)).toEqual({ ...answer, status: 200 });
  expect(find(6000)).toBeUndefined();
});

it("tells another request under the same key", () => {
  expect(kept().find(table, "reserve", "ada-token", "key", '{"seats":3}', 5000)).toBe("other");
});

it.each([
  ["another key", "reserve", "ada-token", "other"],
  ["another caller", "reserve", "eve-token", "key"],
  ["another operation", "cancel", "ada-token", "key"],
])("does not know %s", (_, operation, actor, key) => {
  expect(kept().find(table, operation, actor, key, '{"seats":2}', 5000)).toBeUndefined();
});

it("takes a key that is out of date as new", () => {
  const replays = kept();
  replays.keep(table, "reserve", "ada-token", "key", '{"seats":3}', 6000, { status: 201, json: { id: 2 } });
  expect(replays.find(table, "reserve", "ada-token", "key", '{"seats":3}', 6500)).toEqual({
    status: 200,
    json: { id: 2 },
  });
});

it("goes back to what it saved, as JSON too, with neither tokens nor keys in it", () => {
  const replays = kept();
  const text = JSON.stringify(replays.toJSON(replays.save()));
  expect(text).not.toMatch(/ada-token|"key"|seats/);
  const copy = new Replays();
  copy.load(copy.fromJSON(JSON.parse(text)));
  expect(copy.find(table, "reserve", "ada-token", "key", '{"seats":2}', 5000)).toEqual({ ...answer, status: 200 });
});

it("leaves answers with files out of JSON", () => {
  const replays = new Replays();
  const file = { sha256: "", md5: "", sha1: "", size: 0, type: "", name: "", blob: new Blob() };
  replays.keep(table, "print", "ada-token", "key", "", 0, { status: 201, file });
  expect(replays.find(table, "print", "ada-token", "key", "", 0)).toMatchObject({ status: 200, file });
  expect(replays.toJSON(replays.save())).toEqual([]);
});

it.each([null, {}, [["key", { request: "x" }]]])("throws a TypeError for %j as saved replays", (json) => {
  expect(() => new Replays().fromJSON(json)).toThrow(TypeError);
});

it("forgets what is out of date, so that it stays small", () => {
  const replays = new Replays();
  for (let n = 0; n < 5000; n += 1) replays.keep(table, "reserve", "ada-token", `${n}`, "", n * 100, answer);
  expect(replays.save().size).toBeLessThan(1001);
});
