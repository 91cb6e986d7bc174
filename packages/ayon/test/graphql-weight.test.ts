import { fileURLToPath } from "node:url";
import { measureBundle } from "@fairlead/contract";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const rest = 'export { createAyonCore, getProject, listProjects } from "@fairlead/ayon/operations";';

describe("what GraphQL adds to a bundle", () => {
  it("is at most 2.2 kB gzip beside an operation and a list", async () => {
    const without = await measureBundle(rest, folder);
    const all = await measureBundle(`${rest} export { graphqlGroup } from "./src/graphql/graphql-group.ts";`, folder);
    console.log(`GraphQL: ${all.gzipBytes - without.gzipBytes} bytes gzip.`);
    expect(all.gzipBytes - without.gzipBytes).toBeLessThanOrEqual(2200);
  });

  it("is nothing where it is imported and not used", async () => {
    const without = await measureBundle(rest, folder);
    const unused = await measureBundle(`${rest} import "./src/graphql/index.ts";`, folder);
    expect(unused.inputs.filter((input) => /graphql/.test(input))).toEqual([]);
    expect(unused.minifiedBytes).toBe(without.minifiedBytes);
  });

  it("is neither the schema, nor the GraphQL library, nor the other lists where one list is used", async () => {
    const { inputs } = await measureBundle('export { queryFolders } from "./src/graphql/index.ts";', folder);
    expect(inputs.filter((input) => /schema-text|node_modules|sandbox/.test(input))).toEqual([]);
    const one = await measureBundle('export { queryFolders } from "./src/graphql/index.ts";', folder);
    const two = await measureBundle('export { queryFolders, queryTasks } from "./src/graphql/index.ts";', folder);
    expect(one.minifiedBytes).toBeLessThan(two.minifiedBytes);
  });
});
