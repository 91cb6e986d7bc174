import { expect, test } from "vitest";
import { clientWith, json } from "../../test/support/client.ts";
import { listOf } from "../../test/support/list-server.ts";

const numbers = (sent: readonly { readonly url: string }[]) =>
  sent.map(({ url }) => new URL(url).searchParams.get("number"));

/** A server that counts nine items, and shows the caller fewer. */
function hiding(pages: readonly (readonly string[])[]) {
  return clientWith(({ url }) => {
    const number = Number(new URL(url).searchParams.get("number") ?? 1);
    return json({ list: (pages[number - 1] ?? []).map((id) => ({ id })), page: { total: 9 } });
  });
}

test("a page without items is not the last where the server has counted more", async () => {
  const { core, sent } = hiding([["a", "b", "c"], [], ["d"]]);
  expect(await listOf("page").all(core, { limit: 3 })).toEqual([{ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }]);
  expect(numbers(sent)).toEqual([null, "2", "3"]);
});

test("one page has all where nobody says how large it is", async () => {
  const { core, sent } = hiding([
    ["a", "b"],
    ["a", "b"],
  ]);
  const list = listOf("page", { size: { param: "limit" } });
  expect(await list.all(core)).toEqual([{ id: "a" }, { id: "b" }]);
  expect(numbers(sent)).toEqual([null]);
});
