import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { resolveBehaviors } from "@fairlead/behaviors";
import type { Api } from "./api.ts";
import { BuildError } from "./build-error.ts";
import { decorate } from "./decorate.ts";
import { type ApiDocument, listOperations } from "./document.ts";
import { finishPage } from "./finish-page.ts";
import { firstCall } from "./first-call.ts";
import { landingPage } from "./landing-page.ts";
import { redocly } from "./redocly.ts";

/** Where a build reads and writes; each folder ends in a slash. */
export interface SiteFolders {
  /** One folder per API, each with an `openapi.yaml`. */
  readonly spec: URL;
  /** One folder per package, found by the API's name. */
  readonly packages: URL;
  /** Redocly's config file. */
  readonly config: URL;
  /** Emptied and written only when everything is built. */
  readonly dist: URL;
}

/** What a build wrote. */
export interface BuiltSite {
  readonly apis: readonly { readonly name: string; readonly operations: number; readonly pageBytes: number }[];
  readonly landingBytes: number;
}

const source = new URL("./", import.meta.url);

/**
 * Builds the site: a landing page, and for each API in `spec` its reference and its bundle. The same documents give the
 * same bytes.
 * @throws {BuildError} There is no API, or one of them cannot be built; nothing is written then.
 */
export async function buildSite({ spec, packages, config, dist }: SiteFolders): Promise<BuiltSite> {
  const scratch = await mkdtemp(join(tmpdir(), "fairlead-docs-"));
  try {
    const apis: Api[] = [];
    const files = new Map<string, string>();
    for (const name of await apiNames(spec)) {
      const built = await explain(name, () => buildApi({ name, spec, packages, config, scratch }));
      apis.push(built.api);
      files.set(`${name}.html`, built.page).set(`${name}.json`, built.bundle);
    }
    files.set("index.html", landingPage(apis, await readFile(new URL("landing.css", source), "utf8")));

    await rm(dist, { recursive: true, force: true }); // no page of a removed API stays behind
    await mkdir(dist, { recursive: true });
    for (const [name, text] of files) await writeFile(new URL(name, dist), text);
    const bytes = (name: string) => Buffer.byteLength(files.get(name) ?? "");
    return {
      apis: apis.map(({ name, evidence }) => ({ name, operations: evidence.length, pageBytes: bytes(`${name}.html`) })),
      landingBytes: bytes("index.html"),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The folders of `spec` that hold a document, in alphabetical order. */
async function apiNames(spec: URL): Promise<string[]> {
  const entries = await readdir(spec, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && entry.name !== "node_modules").map(({ name }) => name);
  if (names.length === 0) throw new BuildError(`${fileURLToPath(spec)} holds no folder of an API`);
  return names.sort();
}

interface ApiFolders extends Omit<SiteFolders, "dist"> {
  readonly name: string;
  readonly scratch: string;
}

async function buildApi({
  name,
  spec,
  packages,
  config,
  scratch,
}: ApiFolders): Promise<{ api: Api; page: string; bundle: string }> {
  const use = ["--config", fileURLToPath(config)];
  const bundleFile = join(scratch, `${name}.json`);
  const document = fileURLToPath(new URL(`${name}/openapi.yaml`, spec));
  redocly("bundle", document, ...use, "-o", bundleFile, "--component-renaming-conflicts-severity=error");
  const bundle = await readFile(bundleFile, "utf8");
  const parsed = JSON.parse(bundle) as ApiDocument;

  const decoratedFile = join(scratch, `${name}.decorated.json`);
  await writeFile(decoratedFile, JSON.stringify(decorate(parsed)));
  const pageFile = join(scratch, `${name}.html`);
  const template = fileURLToPath(new URL("../page.hbs", source));
  const title = `${parsed.info.title} · Fairlead`;
  redocly("build-docs", decoratedFile, ...use, "--inlineBundle", "-t", template, `--title=${title}`, "-o", pageFile);

  const evidence = listOperations(parsed).map(({ operation }) => resolveBehaviors(parsed, operation).evidence);
  const call = await firstCall(new URL(`${name}/`, packages));
  return {
    api: { name, document: parsed, evidence, ...(call === undefined ? {} : { firstCall: call }) },
    page: finishPage(await readFile(pageFile, "utf8")),
    bundle,
  };
}

/** Names the API in whatever stops its build. */
async function explain<T>(name: string, build: () => Promise<T>): Promise<T> {
  try {
    return await build();
  } catch (cause) {
    throw new BuildError(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
