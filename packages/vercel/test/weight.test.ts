import { fileURLToPath } from "node:url";
import { measureBundle } from "@fairlead/contract";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const oneCall = 'export { createVercelCore, getProject } from "@fairlead/vercel/operations";';
const everything = 'export * from "@fairlead/vercel/operations";';

describe("what a user's bundle carries", () => {
  it("is at most 9 kB gzip for one operation, with a team, retries and pacing", async () => {
    const { minifiedBytes, gzipBytes } = await measureBundle(oneCall, folder);
    console.log(`One operation: ${minifiedBytes} bytes minified, ${gzipBytes} gzip.`);
    expect(gzipBytes).toBeLessThanOrEqual(9000);
  });

  it("is at most 16 kB gzip for all operations", async () => {
    const { minifiedBytes, gzipBytes } = await measureBundle(everything, folder);
    console.log(`All operations: ${minifiedBytes} bytes minified, ${gzipBytes} gzip.`);
    expect(gzipBytes).toBeLessThanOrEqual(16_000);
  });

  it("has nothing of the other operations in it", async () => {
    const one = await measureBundle(oneCall, folder);
    const all = await measureBundle(everything, folder);
    expect(all.minifiedBytes).toBeGreaterThan(one.minifiedBytes + 3000);
  });

  it("has neither the mock nor anything of Node in it", async () => {
    const { inputs } = await measureBundle('export * from "@fairlead/vercel";', folder);
    expect(inputs.filter((input) => /sandbox|prism|runtime\/src\/node|yauzl/.test(input))).toEqual([]);
    expect(inputs.length).toBeGreaterThan(10);
  });
});
