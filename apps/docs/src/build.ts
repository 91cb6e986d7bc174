import { BuildError } from "./build-error.ts";
import { buildSite } from "./build-site.ts";

const root = new URL("../../../", import.meta.url);
try {
  const { apis, landingBytes } = await buildSite({
    spec: new URL("spec/", root),
    packages: new URL("packages/", root),
    config: new URL("redocly.yaml", root),
    dist: new URL("../dist/", import.meta.url),
  });
  for (const { name, operations, pageBytes } of apis) {
    console.log(`${name}.html: ${operations} operations, ${Math.ceil(pageBytes / 1000)} kB`);
  }
  console.log(`index.html: ${Math.ceil(landingBytes / 1000)} kB`);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`docs: ${error.message}`);
  process.exitCode = 1;
}
