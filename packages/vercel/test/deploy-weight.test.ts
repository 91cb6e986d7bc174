import { fileURLToPath } from "node:url";
import { measureBundle } from "@fairlead/contract";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const one = 'export { createVercelCore, getProject } from "@fairlead/vercel/operations";';
const parts = `${one} export { createDeployment, getDeployment, uploadFile } from "@fairlead/vercel/operations";`;
const added = async (code: string, rest: string) => {
  const [all, without] = await Promise.all([measureBundle(`${rest} ${code}`, folder), measureBundle(rest, folder)]);
  return all.gzipBytes - without.gzipBytes;
};

describe("what a deploy adds to a bundle", () => {
  it("is at most 2.5 kB gzip beside the operations that it calls, and 6.2 kB beside none", async () => {
    const code = 'export { deploy } from "@fairlead/vercel/helpers";';
    const [beside, alone] = await Promise.all([added(code, parts), added(code, one)]);
    console.log(`deploy: ${beside} bytes gzip beside its operations, ${alone} with them.`);
    expect(beside).toBeLessThanOrEqual(2500);
    expect(alone).toBeLessThanOrEqual(6200);
  });

  it("is at most 0.8 kB gzip for a wait for a domain beside the waiter of deployments", async () => {
    const code = 'export { waitForDomainVerified } from "@fairlead/vercel/helpers";';
    const bytes = await added(code, parts);
    console.log(`waitForDomainVerified: ${bytes} bytes gzip.`);
    expect(bytes).toBeLessThanOrEqual(800);
  });

  it("is nothing where one does not deploy, and nothing of Node where one does", async () => {
    const without = await measureBundle(one, folder);
    expect(without.inputs.filter((input) => /src\/(deploy|node)\//.test(input))).toEqual([]);
    const { inputs } = await measureBundle('export { deploy } from "@fairlead/vercel/helpers";', folder);
    expect(inputs.filter((input) => /src\/node\/|ignore|sandbox/.test(input))).toEqual([]);
    expect(inputs.filter((input) => /src\/deploy\//.test(input)).length).toBeGreaterThan(5);
  });
});
