import { defineConfig, type UserConfig } from "tsdown";

// One build, so that all entries share their modules: a second copy of the errors or of the engines would not know the
// first. What only `./node` may import is left to the platform; test/kit-bundle.test.ts shows that no other entry does.
const config: UserConfig = defineConfig({
  entry: {
    index: "src/index.ts",
    public: "src/public.ts",
    "files/index": "src/files/index.ts",
    "streams/index": "src/streams/index.ts",
    "waiters/index": "src/waiters/index.ts",
    "raw/index": "src/raw/index.ts",
    "rate-limit/shared-store": "src/rate-limit/shared-store.ts",
    "node/index": "src/node/index.ts",
    "testing/index": "src/testing/index.ts",
  },
  format: "esm",
  platform: "neutral",
  deps: { neverBundle: [/^node:/] },
  dts: true,
  fixedExtension: false,
  // Doc comments stand in the declarations. One file for what any platform runs, because each further one costs an import some tenths of a millisecond.
  outputOptions: {
    comments: { jsdoc: false },
    codeSplitting: { groups: [{ name: "runtime", test: /src\/(?!node|testing).*(?<!\.d)\.ts$/ }] },
  },
  clean: true,
});
export default config;
