import { expect, it } from "vitest";
import { newId } from "./new-id.ts";

it("makes ids of 32 hexadecimal digits in lower case, each only once", () => {
  const ids = Array.from({ length: 1000 }, newId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(ids).size).toBe(1000);
});
