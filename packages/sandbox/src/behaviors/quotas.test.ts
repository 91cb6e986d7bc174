import { expect, it } from "vitest";
import { museumOperation, museumTables } from "../../test/museum-tables.ts";
import type { RateLimitTable } from "../tables/tables.ts";
import { type Asker, Quotas, quotaHeaders, type Taken } from "./quotas.ts";

const now = Date.UTC(2026, 0, 1, 12, 0, 30);
const minute = Date.UTC(2026, 0, 1, 12, 1);
const ada: Asker = { token: "ada-token", ip: "10.0.0.1" };
const eve: Asker = { token: "eve-token", ip: "10.0.0.2" };

function classOf(name: string): RateLimitTable {
  const table = museumTables.rateLimits[name];
  if (table === undefined) throw new RangeError(name);
  return table;
}

function take(quotas: Quotas, name: string, who: Asker = ada, at = now, operation = "listTickets"): Taken {
  return quotas.take(museumOperation(operation), classOf(name), name, who, at);
}

it("counts down to 0 in a window that is aligned to the epoch, and then refuses", () => {
  const quotas = new Quotas();
  const taken = Array.from({ length: 6 }, () => take(quotas, "strict"));
  expect(taken.map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1, 0, 0]);
  expect(taken.map(({ exceeded }) => exceeded)).toEqual([false, false, false, false, false, true]);
  for (const { limit, resetAt } of taken) expect({ limit, resetAt }).toEqual({ limit: 5, resetAt: minute });
});

it("fills up whole when the next window begins, and not a millisecond before", () => {
  const quotas = new Quotas();
  for (let n = 0; n < 5; n += 1) take(quotas, "strict");
  expect(take(quotas, "strict", ada, minute - 1).exceeded).toBe(true);
  expect(take(quotas, "strict", ada, minute)).toEqual({
    limit: 5,
    remaining: 4,
    resetAt: minute + 60_000,
    exceeded: false,
  });
});

it("tells callers apart by what the class names: token, operation, address", () => {
  const quotas = new Quotas();
  const left = (name: string, who: Asker, operation: string): number =>
    take(quotas, name, who, now, operation).remaining;
  expect(left("normal", ada, "listTickets")).toBe(119);
  expect(left("normal", ada, "getTicket")).toBe(118);
  expect(left("normal", eve, "getTicket")).toBe(119);
  expect(left("strict", ada, "listTickets")).toBe(4);
  expect(left("strict", ada, "getTicket")).toBe(4);
  expect(left("strict", { ...ada, ip: eve.ip }, "getTicket")).toBe(3);
  expect(left("door", ada, "listTickets")).toBe(9);
  expect(left("door", { ...eve, ip: ada.ip }, "getTicket")).toBe(8);
  expect(left("door", eve, "getTicket")).toBe(9);
});

it("keeps classes apart", () => {
  const quotas = new Quotas();
  take(quotas, "normal");
  expect(quotas.take(museumOperation("getTicket"), classOf("normal"), "assets", ada, now).remaining).toBe(119);
});

it("gives a tier its own quota, and the lowest to a tier that the class does not have", () => {
  const quotas = new Quotas();
  expect(take(quotas, "normal", { ...ada, tier: "friend" }).limit).toBe(240);
  expect(take(quotas, "normal", { ...eve, tier: "patron" }).limit).toBe(120);
  expect(take(quotas, "normal", { ...eve, tier: "constructor" }).limit).toBe(120);
});

it("counts callers without a token together", () => {
  const quotas = new Quotas();
  take(quotas, "normal", { ip: "a" });
  expect(take(quotas, "normal", { ip: "b" }).remaining).toBe(118);
});

it("looks without counting", () => {
  const quotas = new Quotas();
  const peek = (): Taken => quotas.peek(museumOperation("getTicket"), classOf("strict"), "strict", ada, now);
  expect([peek(), peek()].map(({ remaining }) => remaining)).toEqual([5, 5]);
  for (let n = 0; n < 5; n += 1) take(quotas, "strict", ada, now, "getTicket");
  expect(peek()).toMatchObject({ remaining: 0, exceeded: true });
});

it("is full again after a reset", () => {
  const quotas = new Quotas();
  take(quotas, "normal");
  quotas.reset();
  expect(take(quotas, "normal").remaining).toBe(119);
});

it("goes back to what it saved, as JSON too, and keeps no token in it", () => {
  const quotas = new Quotas();
  take(quotas, "normal");
  const saved = quotas.save();
  const json = JSON.stringify(quotas.toJSON(saved));
  take(quotas, "normal");
  quotas.load(saved);
  expect(take(quotas, "normal").remaining).toBe(118);
  expect(json).not.toContain("ada-token");
  const copy = new Quotas();
  copy.load(copy.fromJSON(JSON.parse(json)));
  expect(take(copy, "normal").remaining).toBe(118);
});

it.each([null, {}, [1], [["key"]], [["key", { used: 1 }]]])("throws a TypeError for %j as saved quotas", (json) => {
  expect(() => new Quotas().fromJSON(json)).toThrow(TypeError);
});

it("forgets windows that ended, so that it stays small", () => {
  const quotas = new Quotas();
  for (let n = 0; n < 5000; n += 1) take(quotas, "normal", { token: `token ${n}`, ip: "a" }, now + n * 60_000);
  expect(quotas.save().size).toBeLessThan(1001);
});

it("tells the reset in whole seconds, rounded up, or nothing where no headers are declared", () => {
  const taken = { limit: 5, remaining: 4, resetAt: 1500, exceeded: false };
  expect(quotaHeaders(classOf("normal"), taken)).toEqual({
    "X-RateLimit-Limit": "5",
    "X-RateLimit-Remaining": "4",
    "X-RateLimit-Reset": "2",
  });
  expect(quotaHeaders(classOf("door"), taken)).toEqual({});
});
