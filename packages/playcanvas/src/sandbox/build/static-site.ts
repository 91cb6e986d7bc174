import { type Build, buildConfig } from "./build-config.ts";
import { escapeHtml, pageFiles } from "./page-files.ts";
import type { Contents } from "./read-contents.ts";
import { json, sceneFile } from "./scene-file.ts";

/**
 * The files of a static build. Tools patch three of them: `index.html` at its `<head>`, `__settings__.js` at the lines of
 * the scene's and the config's path, and `config.json`. The engine itself is not in it.
 */
export function staticSite(build: Build, contents: readonly Contents[]): Record<string, string | Uint8Array> {
  const page = pageFiles(build.name);
  const assetPath = (id: number, filename: string): string => `files/assets/${id}/1/${filename}`;
  const config = buildConfig(build, { scene: (id) => `${id}.json`, asset: assetPath });
  return {
    "index.html": indexPage(build.name),
    "playcanvas-stable.min.js": `// Engine ${build.engineVersion} has its place here; a sandbox does not carry it.\n`,
    "__settings__.js": settings(build),
    "__modules__.js": "window.PRELOAD_MODULES = [];\n",
    "__start__.js": "// Starts the app; a sandbox has nothing to start.\n",
    "__loading__.js": "// Shows the loading screen; a sandbox has nothing to load.\n",
    "config.json": json(config),
    "manifest.json": page.manifest,
    "styles.css": page.styles,
    "logo.png": page.logo,
    ...Object.fromEntries(build.scenes.map((scene) => [`${scene.id}.json`, sceneFile(scene)])),
    ...Object.fromEntries(contents.map(({ asset, filename, bytes }) => [assetPath(asset.id, filename), bytes])),
  };
}

function settings({ scenes, assets }: Build): string {
  const scripts = assets.filter(({ type }) => type === "script").map(({ id }) => id);
  return [
    'window.ASSET_PREFIX = "";',
    'window.SCRIPT_PREFIX = "";',
    `window.SCENE_PATH = ${JSON.stringify(`${scenes[0]?.id}.json`)};`,
    `window.SCRIPTS = ${JSON.stringify(scripts)};`,
    'window.CONFIG_FILENAME = "config.json";',
    "",
  ].join("\n");
}

function indexPage(name: string): string {
  const scripts = ["playcanvas-stable.min.js", "__settings__.js", "__modules__.js", "__start__.js", "__loading__.js"];
  return [
    "<!doctype html>",
    "<html>",
    "<head>",
    '  <meta charset="utf-8">',
    `  <title>${escapeHtml(name)}</title>`,
    '  <link rel="stylesheet" href="styles.css">',
    '  <link rel="manifest" href="manifest.json">',
    "</head>",
    "<body>",
    ...scripts.map((script) => `  <script src="${script}"></script>`),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
