import { defineConfig, type ViteUserConfig } from "vitest/config";

// The tests of `pnpm test:live`: they need a server, and make and delete a project there. Nothing else runs them.
const { AYON_SERVER_URL, AYON_API_KEY } = process.env;
if (!AYON_SERVER_URL || !AYON_API_KEY) {
  console.error(
    "Live tests need AYON_SERVER_URL, and in AYON_API_KEY the key of a service or a manager; nothing was run.",
  );
  process.exit(1);
}

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["live/**/*.live.ts"],
    fileParallelism: false, // one project at a time, and its calls in their order
    testTimeout: 120_000, // a server may be far away, and makes thumbnails and reads videos while a call waits
    hookTimeout: 120_000, // a project is a schema of its own in the database
    reporters: ["verbose"],
  },
});
export default config;
