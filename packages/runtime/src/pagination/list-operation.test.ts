import { describe, expect, test } from "vitest";
import { clientWith, json, rejection } from "../../test/support/client.ts";
import { idsOf, listOf, listServer, RULES, things } from "../../test/support/list-server.ts";
import { settle } from "../../test/support/manual-clock.ts";
import { bind } from "../bind.ts";
import { PaginationError } from "../errors/pagination-error.ts";
import { asJson } from "../response/as-json.ts";
import { type ListFunction, listOperation } from "./list-operation.ts";
import type { Page } from "./list-result.ts";

const list = listOf("offset");
const ids = (count: number) => things(count).map(({ id }) => id);

async function pagesOf(pages: AsyncIterable<Page<unknown, unknown>>): Promise<Page<unknown, unknown>[]> {
  const all: Page<unknown, unknown>[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

describe("the result of a list", () => {
  test("is a promise of the first page, asked for at once with what the caller gave", async () => {
    const { core, queries } = listServer("offset", things(12));
    const result = list(core, { limit: 3 });
    expect(await result).toEqual({ list: things(3), page: { total: 12 } });
    expect(queries()).toEqual(["?limit=3"]);
  });

  test("gives all items, page after page, and larger pages after the first unless the caller sets their size", async () => {
    const { core, queries } = listServer("offset", things(120));
    expect(await idsOf(list(core))).toEqual(ids(120));
    expect(queries()).toEqual(["", "?skip=5&limit=50", "?skip=55&limit=50", "?skip=105&limit=50"]);
    const small = listServer("offset", things(12));
    expect(await idsOf(list(small.core, { limit: 5 }))).toEqual(ids(12));
    expect(small.queries()).toEqual(["?limit=5", "?skip=5&limit=5", "?skip=10&limit=5"]);
  });

  test("begins with the same first page each time, and asks for it once", async () => {
    const { core, queries } = listServer("offset", things(7));
    const result = list(core);
    await result;
    expect([await idsOf(result), await idsOf(result)]).toEqual([ids(7), ids(7)]);
    expect(queries()).toEqual(["", "?skip=5&limit=50", "?skip=5&limit=50"]);
  });

  test("begins where the caller says", async () => {
    const { core, queries } = listServer("offset", things(9));
    expect(await idsOf(list(core, { skip: 2 }))).toEqual(ids(9).slice(2));
    expect(queries()).toEqual(["?skip=2", "?skip=7&limit=50"]);
  });

  test("throws the same error awaited and iterated, and leaves no rejection that nobody handles", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    const { core } = clientWith(json({}, 500));
    const iterated = await rejection(idsOf(list(core)));
    expect(iterated).toMatchObject({ name: "ServerError", status: 500 });
    expect(await rejection(list(core))).toMatchObject({ name: "ServerError" });
    await settle();
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  test("sends nothing more once the loop is left", async () => {
    const { core, sent } = listServer("offset", things(50));
    for await (const item of list(core)) if ((item as { id: string }).id === "v4") break;
    expect(sent).toHaveLength(1);
  });
});

describe("the forms that a page is asked for with", () => {
  test("may be others than those of the row, and get the position of each page beside the caller's input", async () => {
    const { core, queries } = listServer("offset", things(7));
    const inputs: unknown[] = [];
    const row = { id: "listTwice", method: "GET", path: "/visits", parse: asJson, pagination: RULES.offset } as const;
    const own = listOperation<ListFunction>(row, {
      safe: (...call) => list.safe(...call),
      full: (on, input, options) => {
        inputs.push(input);
        return list.full(on, { limit: 5, skip: (input as { skip?: number }).skip }, options);
      },
    });
    expect(await idsOf(own(core, { shelf: "top" }))).toEqual(ids(7));
    expect(inputs).toEqual([{ shelf: "top" }, { limit: 50, shelf: "top", skip: 5 }]);
    expect(queries()).toEqual(["?limit=5", "?skip=5&limit=5"]);
    expect(await own.safe(core)).toMatchObject({ ok: true, data: { list: things(5) } });
  });
});

describe(".pages", () => {
  test("gives items, body, response and how to go on", async () => {
    const { core } = listServer("offset", things(8));
    const [first, second, ...others] = await pagesOf(list.pages(core, { limit: 5 }));
    expect(first).toMatchObject({ items: things(5), data: { list: things(5), page: { total: 8 } } });
    expect(first?.response.status).toBe(200);
    expect(first?.next).toMatch(/^[\w-]+$/);
    expect(second).toMatchObject({ items: things(8).slice(5), next: undefined });
    expect(others).toEqual([]);
  });

  test("asks for the declared maximum, never for more than 1,000, and for nothing where none is declared", async () => {
    const of = async (max?: number) => {
      const { core, queries } = listServer("offset", things(1));
      const size = { param: "limit", ...(max && { max }) };
      await pagesOf(listOf("offset", { size }).pages(core));
      return queries();
    };
    expect([await of(50), await of(100_000), await of()]).toEqual([["?limit=50"], ["?limit=1000"], [""]]);
  });

  test("begins anew with each iteration", async () => {
    const { core, sent } = listServer("offset", things(3));
    const pages = list.pages(core);
    expect([await pagesOf(pages), await pagesOf(pages)].map(({ length }) => length)).toEqual([1, 1]);
    expect(sent).toHaveLength(2);
  });

  test("asks for a page when it is wanted, and with prefetch for one more", async () => {
    for (const [prefetch, expected] of [
      [0, [1, 2, 3]],
      [1, [2, 3, 3]],
    ] as const) {
      const { core, sent } = listServer("offset", things(12));
      const counts: number[] = [];
      for await (const _ of list.pages(core, { limit: 5 }, { prefetch })) {
        await settle();
        counts.push(sent.length);
      }
      expect(counts).toEqual(expected);
    }
  });

  test("ends the page that was asked for ahead when the loop is left, and hides how that failed", async () => {
    let signal: AbortSignal | null | undefined;
    const { core, sent } = clientWith([
      json({ list: things(5), page: { total: 10 } }),
      ({ init }) => {
        signal = init.signal;
        return new Promise(() => {});
      },
    ]);
    for await (const _ of list.pages(core, {}, { prefetch: 1 })) {
      await settle();
      break;
    }
    expect(sent).toHaveLength(2);
    expect(signal?.aborted).toBe(true);
  });

  test.each([0, 1] as const)("ends between two pages when the caller aborts, with prefetch %d", async (prefetch) => {
    const { core, sent } = listServer("offset", things(50));
    const caller = new AbortController();
    const walk = async () => {
      for await (const _ of list.pages(core, { limit: 5 }, { prefetch, signal: caller.signal })) caller.abort("enough");
    };
    expect(await rejection(walk())).toMatchObject({ code: "aborted", reason: "enough" });
    expect(sent.length).toBeLessThanOrEqual(1 + prefetch);
  });

  test("refuses a token that is none, or that of another list, before anything is sent", async () => {
    const { core, sent } = listServer("offset", things(9));
    const foreign = btoa(encodeURIComponent('["listRooms",5]'));
    for (const from of ["", "5", "%", "bnVsbA", foreign]) {
      expect(await rejection(pagesOf(list.pages(core, {}, { from })))).toMatchObject({
        name: "RequestError",
        operationId: "listVisits",
      });
    }
    expect(sent).toEqual([]);
  });

  test("refuses an option that it does not know", async () => {
    const { core, sent } = listServer("offset", things(9));
    const options = { size: 5 } as object;
    expect(await rejection(pagesOf(list.pages(core, {}, options)))).toMatchObject({ name: "RequestError" });
    expect(sent).toEqual([]);
  });

  test("its token has nothing of the input or the credentials in it", async () => {
    const { core } = listServer("last-id", things(9, "ü~/"));
    const [page] = await pagesOf(listOf("last-id").pages(core, { limit: 5, cursor: "my-secret-0123456789" }));
    expect(decodeURIComponent(atob(`${page?.next}`))).toBe('["listVisits","ü~/4"]');
    expect(page?.next).toMatch(/^[\w-]+$/);
  });
});

describe(".all", () => {
  test("gives a list as long as max, and throws instead of cutting a longer one off", async () => {
    const { core } = listServer("offset", things(10));
    expect(await list.all(core, { limit: 3 }, { max: 10 })).toEqual(things(10));
    const error = await rejection(list.all(core, { limit: 3 }, { max: 9 }));
    expect(error).toBeInstanceOf(PaginationError);
    expect(error).toMatchObject({ kind: "itemLimit", operationId: "listVisits", urlTemplate: "/visits" });
  });

  test("stops at 10,000 items unless the caller sets another limit", async () => {
    const { core } = listServer("offset", things(10_001));
    expect(await rejection(list.all(core))).toMatchObject({ kind: "itemLimit" });
    expect(await list.all(core, {}, { max: 10_001 })).toHaveLength(10_001);
  });
});

describe("a list that does not end", () => {
  const page = (from: number, rest: object) => json({ list: things(from + 2).slice(from), page: rest });

  test.each([
    [
      "a cursor that comes again",
      "cursor",
      [page(0, { next: "a" }), page(2, { next: "b" }), page(4, { next: "a" })],
      3,
    ],
    ["a new cursor with the same items", "cursor", [page(0, { next: "a" }), page(0, { next: "b" })], 2],
    ["a server that ignores the offset", "offset", [page(0, { total: 3 })], 2],
    ["an empty page of a list that has more", "offset", [json({ list: [], page: { total: 3 } })], 1],
    ["more, but no item to go on from", "last-id", [json({ list: [], page: { more: true } })], 1],
    ["an item without the key to go on from", "last-id", [json({ list: [{}], page: { more: true } })], 1],
  ] as const)("is a loop: %s", async (_, style, answers, requests) => {
    const { core, sent } = clientWith([...answers]);
    expect(await rejection(listOf(style).all(core))).toMatchObject({ name: "PaginationError", kind: "loop" });
    expect(sent).toHaveLength(requests);
  });

  test("reaches maxPages, 10,000 of them unless the caller sets another number", async () => {
    let count = 0;
    const { core, sent } = clientWith(() => json({ list: [{ id: `v${++count}` }], page: { next: `c${count}` } }));
    const cursor = listOf("cursor");
    expect(await rejection(cursor.all(core, {}, { maxPages: 3 }))).toMatchObject({ kind: "pageLimit" });
    expect(sent).toHaveLength(3);
    expect(await rejection(idsOf(cursor(core)))).toMatchObject({ kind: "pageLimit" });
    expect(sent).toHaveLength(10_003);
  });

  test("may have empty pages on its way, as long as the cursor is a new one", async () => {
    const { core } = clientWith([json({ list: [], page: { next: "a" } }), json({ list: things(1), page: {} })]);
    expect(await listOf("cursor").all(core)).toEqual(things(1));
  });
});

test("a page without the declared list is a DecodeError, not an empty page", async () => {
  const { core } = clientWith(json({ items: [] }));
  expect(await rejection(list.all(core))).toMatchObject({ name: "DecodeError", status: 200 });
});

test("a client's method has all forms of the function, with the client set", async () => {
  const { core } = listServer("offset", things(7));
  const method = bind<{
    (input?: object): AsyncIterable<unknown>;
    safe(input?: object): Promise<{ ok: boolean }>;
    pages(input?: object): ReturnType<ListFunction["pages"]>;
    all(input?: object): Promise<unknown[]>;
  }>(core, list);
  expect(await idsOf(method({ limit: 2 }))).toEqual(ids(7));
  expect((await method.safe()).ok).toBe(true);
  expect(await pagesOf(method.pages())).toHaveLength(1);
  expect(await method.all()).toHaveLength(7);
});
