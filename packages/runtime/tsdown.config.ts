import { defineConfig, type UserConfig } from "tsdown";

const shared = { format: "esm", dts: true, fixedExtension: false, clean: true } as const;

// Two entries, because only `neutral` reports a `node:` import that slips into the first.
const config: UserConfig[] = defineConfig([
  { ...shared, entry: { index: "src/index.ts" }, platform: "neutral" },
  { ...shared, entry: { "node/index": "src/node/index.ts" }, platform: "node" },
]);
export default config;
