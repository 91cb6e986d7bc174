import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientWith, json } from "../../test/support/client.ts";
import { type Item, idsOf, listOf, listServer, type Style, things } from "../../test/support/list-server.ts";

const STYLES: Style[] = ["offset", "page", "last-id", "cursor", "until"];
const ids = (items: readonly Item[]) => items.map(({ id }) => id);

describe.each(STYLES)("a list by %s", (style) => {
  const list = listOf(style);

  test("gives every item exactly once, in its order, for every length and size of pages", async () => {
    // An inclusive position gives its item again, so a page of one would never move.
    const least = style === "until" ? 2 : 1;
    const property = fc.asyncProperty(fc.nat(40), fc.integer({ min: least, max: 12 }), async (length, limit) => {
      const { core, shelf } = listServer(style, things(length));
      expect(await idsOf(list(core, { limit }))).toEqual(ids(shelf));
      expect(((await list.all(core, { limit })) as Item[]).map(({ id }) => id)).toEqual(ids(shelf));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test("gives the rest of the list to who goes on from any of its pages", async () => {
    const least = style === "until" ? 2 : 1;
    const property = fc.asyncProperty(fc.nat(25), fc.integer({ min: least, max: 9 }), async (length, limit) => {
      const { core, shelf } = listServer(style, things(length));
      const had: string[] = [];
      for await (const page of list.pages(core, { limit })) {
        had.push(...ids(page.items as Item[]));
        if (page.next === undefined) continue;
        const rest = ids((await list.all(core, { limit }, { from: page.next })) as Item[]);
        // The item of an inclusive position comes again; a token can't know what was seen.
        expect([...new Set([...had, ...rest])]).toEqual(ids(shelf));
      }
      expect(had).toEqual(ids(shelf));
    });
    await fc.assert(property, { numRuns: 30 });
  });

  test("gives an empty list as one page without items", async () => {
    const { core, sent } = listServer(style, []);
    expect(await list.all(core)).toEqual([]);
    expect(sent).toHaveLength(1);
  });
});

describe("a list that changes under the walker", () => {
  const changes = fc.array(fc.nat(3), { maxLength: 20 });
  const sizes = fc.integer({ min: 1, max: 6 });

  test("by offset, repeats nothing and misses nothing when items are added in front", async () => {
    const property = fc.asyncProperty(fc.nat(20), sizes, changes, async (length, limit, added) => {
      const old = things(length);
      const { core, shelf } = listServer("offset", [...old], (page) => {
        shelf.unshift(...things(added[page] ?? 0, `new${page}-`));
      });
      const given = await idsOf(listOf("offset")(core, { limit }));
      expect(new Set(given).size).toBe(given.length);
      expect(given.filter((id) => id.startsWith("v"))).toEqual(ids(old));
    });
    await fc.assert(property, { numRuns: 100 });
  });

  test("by last id, misses and repeats nothing when items are added anywhere", async () => {
    const places = fc.array(fc.tuple(fc.nat(30), fc.nat(3)), { maxLength: 20 });
    const property = fc.asyncProperty(fc.nat(20), sizes, places, async (length, limit, added) => {
      const old = things(length);
      const { core, shelf } = listServer("last-id", [...old], (page) => {
        const [place, count] = added[page] ?? [0, 0];
        shelf.splice(place, 0, ...things(count, `new${page}-`));
      });
      const given = await idsOf(listOf("last-id")(core, { limit }));
      expect(new Set(given).size).toBe(given.length);
      expect(given.filter((id) => id.startsWith("v"))).toEqual(ids(old));
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

describe("the end of a list", () => {
  test("is the page without the object that would tell where it goes on", async () => {
    for (const style of STYLES) {
      const { core, sent } = clientWith(json({ list: things(5) }));
      expect(await idsOf(listOf(style)(core))).toHaveLength(5);
      expect(sent).toHaveLength(1);
    }
  });

  test("by cursor is also an empty one, and one beside a `more` that is false", async () => {
    for (const page of [{ next: "" }, { next: null }, { next: "x", more: false }]) {
      const { core, sent } = clientWith(json({ list: things(2), page }));
      expect(await idsOf(listOf("cursor", { more: "/page/more" })(core))).toHaveLength(2);
      expect(sent).toHaveLength(1);
    }
  });
});

describe("a cursor that is an address", () => {
  test("on the client's own server is followed by its parameter alone", async () => {
    const next = "https://api.museum.test/other?cursor=b%20c&key=1";
    const { core, sent } = clientWith([json({ list: [{ id: "a" }], page: { next } }), json({ list: [{ id: "b" }] })]);
    expect(await idsOf(listOf("cursor")(core))).toEqual(["a", "b"]);
    expect(sent[1]?.url).toBe("https://api.museum.test/visits?cursor=b%20c&limit=50");
  });

  test("without the parameter is a loop, because nothing says how to go on", async () => {
    const { core, sent } = clientWith(json({ list: [{ id: "a" }], page: { next: "https://api.museum.test/visits" } }));
    await expect(listOf("cursor").all(core)).rejects.toMatchObject({ kind: "loop" });
    expect(sent).toHaveLength(1);
  });

  test.each(["https://elsewhere.test/visits?cursor=b", "http://api.museum.test/?cursor=b", "ftp://api.museum.test/b"])(
    "that is %s is never asked",
    async (next) => {
      const { core, sent } = clientWith(json({ list: [{ id: "a" }], page: { next } }));
      const walk = listOf("cursor").all(core);
      await expect(walk).rejects.toMatchObject({ name: "PaginationError", code: "pagination", kind: "foreignHost" });
      await expect(walk).rejects.not.toThrow(/cursor=b/);
      expect(sent).toHaveLength(1);
    },
  );
});
