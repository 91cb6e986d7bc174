import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/operations.ts", "src/helpers/index.ts", "src/node/index.ts", "src/sandbox/index.ts"],
  format: "esm",
  platform: "neutral",
  deps: { neverBundle: [/^node:/] }, // of src/node alone; test/weight.test.ts shows that no other entry has any
  dts: true,
  fixedExtension: false,
  clean: true,
  outputOptions: { comments: { jsdoc: false } }, // the declarations have them, and every import would parse them
});
export default config;
