import { startPrism } from "@fairlead/sandbox/prism";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    prismUrl: string;
  }
}

/** Starts one Prism for all test files of the package; a test reads its address with inject("prismUrl"). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prism = await startPrism({ document: new URL("../../../spec/vercel/dist/openapi.json", import.meta.url) });
  project.provide("prismUrl", prism.url);
  return () => prism.close();
}
