import { mergeConfig, type ViteUserConfig } from "vitest/config";
import { base } from "../../vitest.base.ts";

// Most tests start the real program, some twice: about a second each time, several on a busy machine.
const config: ViteUserConfig = mergeConfig(base, { test: { testTimeout: 30_000 } });

export default config;
