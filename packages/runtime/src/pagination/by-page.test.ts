import { expect, test } from "vitest";
import { clientWith, json } from "../../test/support/client.ts";
import { listOf } from "../../test/support/list-server.ts";

test("a count of items that the caller is not shown costs one empty page, and no error", async () => {
  const pages = [["a", "b"], ["c"], []];
  const { core, sent } = clientWith(({ url }) => {
    const number = Number(new URL(url).searchParams.get("number") ?? 1);
    return json({ list: (pages[number - 1] ?? []).map((id) => ({ id })), page: { total: 9 } });
  });
  expect(await listOf("page").all(core, { limit: 2 })).toEqual([{ id: "a" }, { id: "b" }, { id: "c" }]);
  expect(sent.map(({ url }) => new URL(url).searchParams.get("number"))).toEqual([null, "2", "3"]);
});
