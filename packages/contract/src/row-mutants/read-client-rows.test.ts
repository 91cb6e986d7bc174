import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { asJson, byOffset } from "@fairlead/runtime";
import { afterAll, expect, it } from "vitest";
import { readClientRows } from "./read-client-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "fairlead-rows-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, code: string): URL {
  const file = join(folder, name);
  writeFileSync(file, code);
  return pathToFileURL(file);
}

const generated = `
import { type Core, type PaginationRow, asJson, byOffset, listOperation } from "@fairlead/runtime";
import { fileResult } from "@fairlead/runtime/files";
import { jobOperation } from "@fairlead/runtime/waiters";
import type { operations } from "./schema.ts";
const pages: PaginationRow = { walk: byOffset, param: "skip", items: "/items" };
export type ListVisitsData = operations["listVisits"];
export const listVisits: (core: Core) => unknown =
  /*#__PURE__*/ listOperation({ id: "listVisits", method: "GET", path: "/visits", parse: asJson, pagination: pages });
const print = { status: { operationId: "unknown", param: "path.id", state: "/status" }, states: {}, poll: {} };
export const printVisit = /*#__PURE__*/ jobOperation({
  id: "printVisit", method: "POST", path: "/prints", parse: asJson, job: print,
}, { status: () => getPrint, result: ["/file"], as: fileResult });
export const getPrint = /*#__PURE__*/ jobOperation({
  id: "getPrint", method: "GET", path: "/prints/{id}", parse: asJson, job: print,
}, {});
`;

it("gives the rows with the runtime's own values in them", async () => {
  const { listVisits, ...others } = await readClientRows(write("operations.ts", generated));
  expect(listVisits?.parse).toBe(asJson);
  expect(listVisits?.pagination).toEqual({ walk: byOffset, param: "skip", items: "/items" });
  expect(Object.keys(others)).toEqual(["getPrint", "printVisit"]);
});

it("puts what stands beside the row of a job into it", async () => {
  const { printVisit, getPrint } = await readClientRows(write("operations.ts", generated));
  expect(printVisit?.job).toMatchObject({ status: { operationId: "getPrint" }, result: ["/file"], resultKind: "file" });
  expect(getPrint?.job).toMatchObject({ status: { operationId: "getPrint" }, resultKind: "json" });
  expect(getPrint?.job).not.toHaveProperty("result");
});

it.each([
  ["another package", 'import { readFileSync } from "node:fs"; export const a = readFileSync;', "imports node:fs"],
  [
    "what the runtime lacks",
    'import { byMagic } from "@fairlead/runtime"; export const a = byMagic;',
    "has no byMagic",
  ],
])("refuses a file that names %s", async (_, code, message) => {
  await expect(readClientRows(write("wrong.ts", code))).rejects.toThrow(message);
});
