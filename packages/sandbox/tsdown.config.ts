import { defineConfig, type UserConfig } from "tsdown";

const shared = {
  format: "esm",
  dts: true,
  fixedExtension: false,
  clean: true,
  target: "node20.19",
  outputOptions: { comments: { jsdoc: false } }, // the declarations have them, and every import would parse them
} as const;

// What runs anywhere is built neutral, because only that reports a `node:` import that slips in. It reaches sockets and
// temporary files by the package's own name, at run time and on Node alone.
const config: UserConfig[] = defineConfig([
  {
    ...shared,
    entry: { index: "src/index.ts", msw: "src/msw.ts", vitest: "src/vitest.ts" },
    platform: "neutral",
    deps: { neverBundle: ["@fairlead/sandbox/node"] },
  },
  {
    ...shared,
    entry: { "node/index": "src/node/index.ts", "node/main": "src/node/main.ts", prism: "src/prism.ts" },
    platform: "node",
    deps: { neverBundle: ["@fairlead/sandbox"] },
  },
]);

export default config;
