import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/prism.ts"],
  format: "esm",
  platform: "node", // Prism needs Node; rooms that run anywhere become entries of their own, built neutral
  target: "node20.19",
  dts: true,
  fixedExtension: false,
  clean: true,
});

export default config;
