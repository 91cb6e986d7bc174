import { expect, test } from "vitest";
import { type ControlPlane, controlPlane, exchange } from "./control-world.ts";
import { museumOperation } from "./museum-tables.ts";
import { museumOf } from "./museum-world.ts";

const journal = "/sessions/default/journal";
const hour = 3_600_000;
const startMs = Date.UTC(2026, 0, 1);

function filled(limits = {}): ControlPlane {
  const plane = controlPlane({ limits });
  const records = [
    exchange({ id: "a", operation: museumOperation("listExhibitions"), at: startMs }),
    exchange({ id: "b", operation: museumOperation("createTicket"), method: "POST", status: 201, at: startMs + hour }),
    exchange({
      id: "c",
      operation: museumOperation("createTicket"),
      method: "POST",
      status: 400,
      at: startMs + 2 * hour,
      violations: ["body lacks price"],
    }),
    exchange({ id: "d", pathname: "/api/nothing", status: 404, at: startMs + 2 * hour }),
    exchange({ id: "e", operation: museumOperation("listExhibitions"), at: startMs + 3 * hour }),
  ];
  for (const record of records) museumOf(plane.sessions.default).journal.record(record);
  return plane;
}

test.each([
  ["", "abcde"],
  ["?operationId=listExhibitions", "ae"],
  ["?operationId=nothing", ""],
  ["?status=404", "d"],
  ["?status=4xx", "cd"],
  ["?status=2XX", "abe"],
  ["?since=2026-01-01T02:00:00Z", "cde"],
  ["?since=2026-01-01T03:00:00%2B01:00", "cde"],
  ["?since=2026-01-01T03:00:00.001Z", ""],
  ["?api=museum", "abcde"],
  ["?status=4xx&operationId=createTicket&since=2026-01-01T02:00:00Z", "c"],
])("%s finds the entries %j", async (query, ids) => {
  const { json } = await filled().ask("GET", `${journal}${query}`);
  expect(json.entries.map(({ id }: { id: string }) => id).join("")).toBe(ids);
  expect(json.total).toBe(ids.length);
});

test("A limit gives the last entries, and 0 only the count", async () => {
  const { ask } = filled();
  const two = await ask("GET", `${journal}?limit=2`);
  expect(two.json.entries.map(({ id }: { id: string }) => id)).toEqual(["d", "e"]);
  expect(two.json.total).toBe(5);
  expect((await ask("GET", `${journal}?operationId=createTicket&limit=0`)).json).toEqual({ entries: [], total: 2 });
});

test.each([
  ["status=40", "status"],
  ["status=600", "status"],
  ["status=4x", "status"],
  ["since=yesterday", "since"],
  ["since=2026-01-01", "since"],
  ["since=2026-01-01T23:59:60Z", "since"],
  ["limit=-1", "limit"],
  ["limit=10001", "limit"],
  ["operationId=", "operationId"],
  ["api=zoo", "api"],
  ["status=404&status=405&method=GET", "method"],
])("The filter %s is refused with its name", async (query, parameter) => {
  const { status, json } = await filled().ask("GET", `${journal}?${query}`);
  expect(status).toBe(400);
  expect(json.errors.map((error: { parameter: string }) => error.parameter)).toContain(parameter);
});

test("An entry is found by its id, with what the request broke", async () => {
  const { ask } = filled();
  const { json } = await ask("GET", `${journal}/c`);
  expect(json).toMatchObject({ id: "c", operationId: "createTicket", status: 400, violations: ["body lacks price"] });
  expect((await ask("GET", `${journal}/z`)).json.type).toBe("urn:sandbox:unknown-entry");
});

test("Sessions do not see each other's journal", async () => {
  const { ask, sessions } = filled();
  sessions.fork({ id: "other", of: sessions.default });
  expect((await ask("GET", "/sessions/other/journal")).json.total).toBe(0);
  expect((await ask("GET", "/sessions/other/journal/c")).status).toBe(404);
});

test("A journal is emptied without touching anything else", async () => {
  const { ask } = filled();
  const { json: before } = await ask("GET", "/sessions/default/snapshot");
  expect((await ask("DELETE", journal)).status).toBe(204);
  expect((await ask("GET", journal)).json).toEqual({ entries: [], total: 0 });
  expect((await ask("GET", "/sessions/default/snapshot")).json).toEqual(before);
});

test("The ring keeps the last entries of the limit", async () => {
  const { ask } = filled({ journalEntries: 3 });
  const { json } = await ask("GET", journal);
  expect(json.entries.map(({ id }: { id: string }) => id)).toEqual(["c", "d", "e"]);
  expect((await ask("GET", `${journal}/a`)).status).toBe(404);
  expect((await ask("GET", "/sessions/default")).json.apis.museum.requests).toBe(3);
});
