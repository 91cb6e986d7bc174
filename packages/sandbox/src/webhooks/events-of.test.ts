import { expect, it } from "vitest";
import type { Change } from "../store/change-log.ts";
import type { WebhookTriggerTable } from "../tables/tables.ts";
import { eventsOf } from "./events-of.ts";

/** Whether a change is an event of any of the triggers. */
const isEvent = (change: Change, ...on: WebhookTriggerTable[]): boolean =>
  eventsOf(change, { events: { told: { on, body: true } } }).length > 0;

const update = (before: object, after: object): Change => ({
  type: "Door",
  action: "update",
  before: before as never,
  after: after as never,
  at: 0,
});

it("is what becomes of the type, by the action", () => {
  const made: Change = { type: "Door", action: "create", after: { id: 1 }, at: 0 };
  expect(isEvent(made, { resource: "Door", action: "create" })).toBe(true);
  expect(isEvent(made, { resource: "Door", action: "delete" })).toBe(false);
  expect(isEvent(made, { resource: "Window", action: "create" })).toBe(false);
  expect(isEvent(made, { resource: "Window", action: "create" }, { resource: "Door", action: "create" })).toBe(true);
});

it("is an update that changes one of the members, by value", () => {
  const on: WebhookTriggerTable = { resource: "Door", action: "update", changes: ["/colour", "/lock/code"] };
  expect(isEvent(update({ colour: "red", n: 1 }, { colour: "red", n: 2 }), on)).toBe(false);
  expect(isEvent(update({ colour: "red" }, { colour: "blue" }), on)).toBe(true);
  expect(isEvent(update({ lock: { code: [1] } }, { lock: { code: [1] } }), on)).toBe(false);
  expect(isEvent(update({ lock: { code: [1] } }, { lock: {} }), on)).toBe(true);
});

it("is an update that brings all members to their values, and not one that finds them so", () => {
  const on: WebhookTriggerTable = { resource: "Door", action: "update", becomes: { "/open": true, "/locked": false } };
  expect(isEvent(update({ open: false, locked: true }, { open: true, locked: true }), on)).toBe(false);
  expect(isEvent(update({ open: true, locked: true }, { open: true, locked: false }), on)).toBe(true);
  expect(isEvent(update({ open: true, locked: false }, { open: true, locked: false, n: 1 }), on)).toBe(false);
});
