import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Settings that every package shares. `scripts/test.mjs` adds up the reports. */
export const base: ViteUserConfig = defineConfig({
  test: {
    include: ["{src,test,examples}/**/*.test.ts"],
    isolate: false, // no test patches a global, so files may share a worker: a third of the time is saved
    testTimeout: 30_000, // many tests start real programs, side by side with those of other packages
    hookTimeout: 30_000,
    reporters: ["default", ["json", { outputFile: ".vitest/results.json" }]],
    typecheck: {
      enabled: true,
      include: ["{src,test}/**/*.test-d.ts"],
      checker: "tsc",
      tsconfig: "./tsconfig.json",
    },
  },
});

/** The slow suites of `npm run test:deep`; a package's `vitest.deep.config.ts` exports them. */
export const deep: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.deep.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ["default", ["json", { outputFile: ".vitest/deep.json" }]],
  },
});
