import fc from "fast-check";
import { expect, it } from "vitest";
import { museumTables } from "../../test/museum-tables.ts";
import { museumCall, museumOf, museumSessions } from "../../test/museum-world.ts";
import type { Answer } from "../engine/answer.ts";
import { Refusal } from "../engine/refusal.ts";
import type { Session } from "../session/session.ts";
import type { Entity } from "../store/store.ts";
import type { ResourceUse, Tables } from "../tables/tables.ts";
import { performResource } from "./resources.ts";

type Given = Parameters<typeof museumCall>[2];
interface List {
  readonly result: Entity[];
  readonly pagination: Record<string, unknown>;
}

function perform(session: Session, operationId: string, given: Given = {}, use: Partial<ResourceUse> = {}): Answer {
  const call = museumCall(session, operationId, given);
  return performResource(call, { ...call.operation.resource, ...use } as ResourceUse, given.tables ?? museumTables);
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return `${error.status} ${error.message}`;
    throw error;
  }
  return "nothing was refused";
}

const newSession = (): Session => museumSessions().default;
const titles = (answer: Answer): unknown[] => (answer.json as List).result.map(({ title }) => title);

it("creates an entity from the body and answers with what is stored", () => {
  const session = newSession();
  const answer = perform(session, "createExhibition", { body: { title: "Coins", wing: "north" } });
  expect(answer.status).toBe(201);
  expect(answer.json).toBe(museumOf(session).store.get("Exhibition", 1003));
  expect(answer.json).toMatchObject({ id: 1003, title: "Coins", open: false });
});

it("lets no body choose a generated key, times, or another parent than the path's", () => {
  const session = newSession();
  const body = { price: 1, id: "mine", createdAt: "never", exhibitionId: 1002 };
  const { json } = perform(session, "createTicket", { path: { exhibitionId: 1001 }, body });
  expect(json).toMatchObject({ price: 1, exhibitionId: 1001, createdAt: "2026-01-01T00:00:00.000Z" });
  expect((json as Entity).id).not.toBe("mine");
});

it("leaves files of a form to hooks", () => {
  const file = { sha256: "", md5: "", sha1: "", size: 0, type: "", name: "", blob: new Blob() };
  const session = newSession();
  expect(perform(session, "createExhibition", { body: { title: "Coins", file } }).json).not.toHaveProperty("file");
  expect(perform(session, "createExhibition", { body: file }).json).toMatchObject({ id: 1004 });
});

it("takes the entity from its place in the body, hidden members from the request, and shows it in its place", () => {
  const session = newSession();
  const body = { label: { id: "clock", language: "en", text: "A clock" } };
  const answer = perform(session, "createLabel", { body, header: { "x-author": "Ada" } });
  expect(answer).toEqual({ status: 201, json: { label: { ...body.label, author: "Ada" } } });
  expect(
    perform(session, "createLabel", { body: { label: { ...body.label, language: "fr" } } }).json,
  ).not.toHaveProperty("label.author");
});

it("takes a key that the request chooses from the path too", () => {
  const use = { key: "path.id" };
  const given = { path: { id: "coin" }, body: { label: { language: "en" } } };
  expect(perform(newSession(), "createLabel", given, use).json).toEqual({ label: { id: "coin", language: "en" } });
});

it("gets an entity, and refuses one that does not exist", () => {
  const session = newSession();
  expect(perform(session, "getExhibition", { path: { id: 1001 } })).toMatchObject({
    status: 200,
    json: { title: "Clocks" },
  });
  expect(refusal(() => perform(session, "getExhibition", { path: { id: 7 } }))).toBe("404 Exhibition 7 does not exist");
});

it("looks for an entity in its scope alone, and says when the parent does not exist", () => {
  const session = newSession();
  const [ticket] = museumOf(session).store.list("Ticket");
  const id = ticket?.id;
  expect(perform(session, "getTicket", { path: { exhibitionId: 1000, id } }).json).toBe(ticket);
  expect(refusal(() => perform(session, "getTicket", { path: { exhibitionId: 1001, id } }))).toBe(
    `404 Ticket ${String(id)} does not exist`,
  );
  for (const operation of ["getTicket", "listTickets", "createTicket"])
    expect(refusal(() => perform(session, operation, { path: { exhibitionId: 7, id }, body: {} }))).toBe(
      "404 Exhibition 7 does not exist",
    );
});

it("gets the entity within the members that the request names, else the oldest", () => {
  const session = newSession();
  const textOf = (query: object): unknown =>
    perform(session, "getLabel", { path: { id: "lamp" }, query: { ...query } }).json;
  expect(textOf({ language: "de" })).toMatchObject({ label: { text: "Eine Lampe" } });
  expect(textOf({})).toMatchObject({ label: { text: "A lamp" } });
  expect(refusal(() => textOf({ language: "fr" }))).toBe("404 Label lamp does not exist");
});

it("updates the given members and no others, never the key", () => {
  const session = newSession();
  session.clock.advance(1000);
  const answer = perform(session, "updateExhibition", { path: { id: 1000 }, body: { id: 5, open: false } });
  expect(answer).toMatchObject({ status: 200, json: { id: 1000, title: "Lamps", wing: "north", open: false } });
  expect(answer.json).toMatchObject({ createdAt: "2026-01-01T00:00:00.000Z", modifiedAt: "2026-01-01T00:00:01.000Z" });
});

it("replaces all but key, times and what no request sets, and fills initial members in again", () => {
  const session = newSession();
  const { store } = museumOf(session);
  store.update("Exhibition", store.get("Exhibition", 1000) as Entity, { note: "old", open: true });
  session.clock.advance(1000);
  expect(
    perform(session, "replaceExhibition", { path: { id: 1000 }, body: { title: "Beds", wing: "south" } }).json,
  ).toEqual({
    id: 1000,
    title: "Beds",
    wing: "south",
    open: false,
    createdAt: "2026-01-01T00:00:00.000Z",
    modifiedAt: "2026-01-01T00:00:01.000Z",
  });
});

it("deletes with what hangs on it, and answers without a body where none is declared", () => {
  const session = newSession();
  expect(perform(session, "deleteExhibition", { path: { id: 1000 } })).toEqual({ status: 204 });
  expect(museumOf(session).store.list("Ticket")).toEqual([]);
  expect(refusal(() => perform(session, "deleteExhibition", { path: { id: 1000 } }))).toBe(
    "404 Exhibition 1000 does not exist",
  );
});

it("answers a deletion with what was deleted where a body is declared", () => {
  const operations = museumTables.operations.map((operation) =>
    operation.id === "deleteExhibition" ? { ...operation, responses: { "200": "getExhibition.200" } } : operation,
  );
  const tables: Tables = { ...museumTables, operations };
  expect(perform(newSession(), "deleteExhibition", { path: { id: 1001 }, tables })).toMatchObject({
    status: 200,
    json: { id: 1001, title: "Clocks" },
  });
});

it("lists pages with their members, filtered by what the request has", () => {
  const session = newSession();
  expect(perform(session, "listExhibitions").json).toMatchObject({ pagination: { skip: 0, limit: 16, total: 3 } });
  const north = perform(session, "listExhibitions", { query: { wing: "north", limit: 1, skip: 1 } });
  expect(titles(north)).toEqual(["Maps"]);
  expect((north.json as List).pagination).toEqual({ skip: 1, limit: 1, total: 2 });
});

it("filters by any of several values", () => {
  const query = { wing: ["south", "east"] };
  expect(titles(perform(newSession(), "listExhibitions", { query }))).toEqual(["Clocks"]);
});

it("gives a list without pages as it is, in its place", () => {
  const session = newSession();
  expect(perform(session, "listLabels", { query: { language: "de" } }).json).toEqual([
    { id: "lamp", language: "de", text: "Eine Lampe" },
  ]);
  expect(perform(session, "listLabels", {}, { result: "/labels" }).json).toMatchObject({ labels: [{}, {}] });
});

it("sorts by what the request asks for, up and down, ties by creation", () => {
  const session = newSession();
  const sorted = (query: Record<string, unknown>): unknown[] => titles(perform(session, "listExhibitions", { query }));
  expect(sorted({})).toEqual(["Lamps", "Clocks", "Maps"]);
  expect(sorted({ sort: "title" })).toEqual(["Clocks", "Lamps", "Maps"]);
  expect(sorted({ sort: "title", order: 1 })).toEqual(["Clocks", "Lamps", "Maps"]);
  expect(sorted({ sort: "title", order: -1 })).toEqual(["Maps", "Lamps", "Clocks"]);
  expect(sorted({ sort: "createdAt", order: -1 })).toEqual(["Maps", "Clocks", "Lamps"]);
  expect(refusal(() => sorted({ sort: "wing" }))).toBe(`400 The list can't be sorted by "wing"; take title, createdAt`);
});

it("sorts by the declared order where none is asked for: newest first also within one millisecond", () => {
  const session = newSession();
  const made = [1, 2, 3].map((price) =>
    perform(session, "createTicket", { path: { exhibitionId: 1001 }, body: { price } }),
  );
  const { result } = perform(session, "listTickets", { path: { exhibitionId: 1001 } }).json as List;
  expect(result).toEqual(made.map(({ json }) => json).reverse());
});

it("sorts numbers by size, before texts, before what has no value", () => {
  const session = newSession();
  const { store } = museumOf(session);
  for (const n of [10, undefined, 9, "a", -1]) store.create("Photo", { n });
  const use: Partial<ResourceUse> = { type: "Photo", action: "list", order: { by: "/n", direction: "asc" } };
  const { json } = perform(session, "listLabels", {}, use);
  expect((json as Entity[]).map(({ n }) => n)).toEqual([-1, 9, 10, "a", undefined]);
});

it("gives every old ticket once on a walk newest first, with equal timestamps and tickets sold meanwhile", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.tuple(fc.nat(3), fc.constantFrom(0, 1)), { maxLength: 12 }),
      (count, limit, sold) => {
        const session = newSession();
        const path = { exhibitionId: 1001 };
        const sell = (): unknown => (perform(session, "createTicket", { path, body: { price: 1 } }).json as Entity).id;
        const old = Array.from({ length: count }, sell);
        const seen: unknown[] = [];
        for (let step = 0; ; step += 1) {
          const query = { limit, ...(seen.length > 0 && { skip: seen.at(-1) }) };
          const { result, pagination } = perform(session, "listTickets", { path, query }).json as List;
          seen.push(...result.map(({ id }) => id));
          if (pagination.hasMore !== true) break;
          const [n = 0, ms = 0] = sold[step] ?? [];
          session.clock.advance(ms);
          for (let ticket = 0; ticket < n; ticket += 1) sell();
        }
        expect(seen).toEqual([...old].reverse());
      },
    ),
  );
});

it("throws a RangeError for a resource that is not declared: a slip of the tables", () => {
  expect(() => perform(newSession(), "listLabels", {}, { type: "Vase" })).toThrow(RangeError);
});
