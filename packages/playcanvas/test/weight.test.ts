import { fileURLToPath } from "node:url";
import { measureBundle } from "@fairlead/contract";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const oneCall = 'export { createPlayCanvasCore, getApp } from "@fairlead/playcanvas/operations";';
const oneJob = 'export { createPlayCanvasCore, downloadApp } from "@fairlead/playcanvas/operations";';

describe("what a user's bundle carries", () => {
  it("is at most 7 kB gzip for one operation, with retries and pacing", async () => {
    const { minifiedBytes, gzipBytes } = await measureBundle(oneCall, folder);
    console.log(`One operation: ${minifiedBytes} bytes minified, ${gzipBytes} gzip.`);
    expect(gzipBytes).toBeLessThanOrEqual(7000);
  });

  it("is at most 11 kB gzip for an operation with a job and its file, which bring the operation that tells its state", async () => {
    const { gzipBytes } = await measureBundle(oneJob, folder);
    console.log(`One operation with a job: ${gzipBytes} bytes gzip.`);
    expect(gzipBytes).toBeLessThanOrEqual(11_000);
  });

  it("has nothing of the other operations in it", async () => {
    const one = await measureBundle(oneCall, folder);
    const all = await measureBundle('export * from "@fairlead/playcanvas/operations";', folder);
    expect(all.minifiedBytes).toBeGreaterThan(one.minifiedBytes + 3000);
  });

  it("has neither the mock nor anything of Node in it", async () => {
    const { inputs } = await measureBundle('export * from "@fairlead/playcanvas";', folder);
    expect(inputs.filter((input) => /sandbox|prism|runtime\/src\/node|yauzl/.test(input))).toEqual([]);
    expect(inputs.length).toBeGreaterThan(10);
  });
});
