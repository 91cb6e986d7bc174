import { fileURLToPath } from "node:url";
import { measureBundle } from "@fairlead/contract";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** A bundle with one operation that has pages, made by `operation` or by `listOperation`. */
function madeBy(maker: string): Promise<{ gzipBytes: number; inputs: string[] }> {
  const pages = '{ walk: byOffset, param: "skip", items: "/result", key: "/id", total: "/total" }';
  const row = `{ id: "listRooms", method: "GET", path: "/rooms", parse: asJson, pagination: ${pages} }`;
  const code = `import { asJson, byOffset, createCore, ${maker} } from "@fairlead/runtime";
export { createCore };
export const listRooms = ${maker}(${row});`;
  return measureBundle(code, folder);
}

it("what makes a list of an operation adds at most 950 bytes gzip to a bundle", async () => {
  const [plain, list] = await Promise.all([madeBy("operation"), madeBy("listOperation")]);
  console.log(`A list: ${list.gzipBytes - plain.gzipBytes} bytes gzip over the same row as a plain operation.`);
  expect(list.gzipBytes - plain.gzipBytes).toBeLessThanOrEqual(950);
  expect(list.inputs.filter((input) => input.includes("/pagination/")).length).toBeGreaterThan(3);
});

it("an operation without pages carries nothing of lists, and a list nothing of the other way to walk", async () => {
  const carried = async (id: string) => {
    const { inputs } = await measureBundle(`export { ${id} } from "@fairlead/playcanvas/operations";`, folder);
    return inputs.filter((input) => input.includes("/pagination/by-")).map((input) => input.replace(/.*\//, ""));
  };
  const { inputs } = await measureBundle('export { getJob } from "@fairlead/playcanvas/operations";', folder);
  expect(inputs.filter((input) => input.includes("/pagination/"))).toEqual([]);
  expect(await carried("listAssets")).toEqual(["by-offset.ts"]);
  expect(await carried("listBranches")).toEqual(["by-last-id.ts"]);
});
