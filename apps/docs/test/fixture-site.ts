import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuiltSite, buildSite, type SiteFolders } from "../src/build-site.ts";

const fixtures = new URL("./fixtures/", import.meta.url);

/** The folders of two invented APIs; one has a package with a first call. */
export const fixtureFolders: Omit<SiteFolders, "dist"> = {
  spec: new URL("spec/", fixtures),
  packages: new URL("packages/", fixtures),
  config: new URL("redocly.yaml", fixtures),
};

/** A new empty folder outside the checkout, with a slash at its end; whoever asks for it removes it. */
export async function temporaryFolder(): Promise<URL> {
  return pathToFileURL(`${await mkdtemp(join(tmpdir(), "fairlead-docs-test-"))}/`);
}

/** Builds the site of the invented APIs. */
export function buildFixtureSite(dist: URL): Promise<BuiltSite> {
  return buildSite({ ...fixtureFolders, dist });
}
