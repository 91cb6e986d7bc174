import { fileURLToPath } from "node:url";
import { measureBundle } from "@fairlead/contract";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const operations = 'export { createAyonCore, listProjects } from "@fairlead/ayon/operations";';
const graphql = 'export { queryVersions } from "@fairlead/ayon/graphql";';
const added = async (code: string, rest: string) => {
  const [all, without] = await Promise.all([measureBundle(`${rest} ${code}`, folder), measureBundle(rest, folder)]);
  return all.gzipBytes - without.gzipBytes;
};

describe("what the helpers add to a bundle", () => {
  it("is at most 1.25 kB gzip for batches, with their operation", async () => {
    const bytes = await added('export { applyBatch } from "@fairlead/ayon/helpers";', operations);
    console.log(`applyBatch: ${bytes} bytes gzip.`);
    expect(bytes).toBeLessThanOrEqual(1250);
  });

  it("is at most 4.1 kB gzip for a whole publish beside a list of GraphQL", async () => {
    const bytes = await added('export { publishVersion } from "@fairlead/ayon/helpers";', `${operations} ${graphql}`);
    console.log(`publishVersion: ${bytes} bytes gzip.`);
    expect(bytes).toBeLessThanOrEqual(4100);
  });

  it("is nothing of GraphQL and of a publish where one needs neither", async () => {
    const { inputs } = await measureBundle('export { applyBatch, newId } from "@fairlead/ayon/helpers";', folder);
    expect(inputs.filter((input) => /graphql|publish|background|sandbox|node_modules/.test(input))).toEqual([]);
  });

  it("is nothing at all where they are imported and not used", async () => {
    const without = await measureBundle(operations, folder);
    const unused = await measureBundle(`${operations} import "@fairlead/ayon/helpers";`, folder);
    expect(unused.minifiedBytes).toBe(without.minifiedBytes);
  });
});
