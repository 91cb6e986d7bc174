import { mergeConfig, type ViteUserConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

const config: ViteUserConfig = mergeConfig(base, {
  test: { testTimeout: 60_000, hookTimeout: 60_000 }, // a page is 2.5 MB of script, and a busy machine starts Chromium slowly
});

export default config;
