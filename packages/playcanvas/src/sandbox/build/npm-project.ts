import { type Build, buildConfig } from "./build-config.ts";
import { escapeHtml, pageFiles } from "./page-files.ts";
import type { Contents } from "./read-contents.ts";
import { json, sceneFile } from "./scene-file.ts";

/** The files of a build as the source of an npm project: scripts to build further, assets to serve. */
export function npmProject(build: Build, contents: readonly Contents[]): Record<string, string | Uint8Array> {
  const page = pageFiles(build.name);
  const assetPath = (id: number, filename: string): string => `assets/${id}/${filename}`;
  const config = buildConfig(build, { scene: (id) => `scenes/${id}.json`, asset: assetPath });
  const scripts = contents.filter(({ asset }) => asset.type === "script");
  return {
    "package.json": json({
      name: "app",
      private: true,
      type: "module",
      scripts: { dev: "vite", build: "vite build" },
      dependencies: { playcanvas: build.engineVersion },
      devDependencies: { vite: "*" },
    }),
    "index.html": [
      "<!doctype html>",
      "<html>",
      `<head><meta charset="utf-8"><title>${escapeHtml(build.name)}</title></head>`,
      '<body><script type="module" src="/src/main.mjs"></script></body>',
      "</html>",
      "",
    ].join("\n"),
    "src/main.mjs": 'import { start } from "./bootstrap/start.mjs";\n\nstart();\n',
    "src/bootstrap/start.mjs": "// Starts the app; a sandbox has nothing to start.\nexport function start() {}\n",
    "src/data/config.json": json(config),
    "public/manifest.json": page.manifest,
    "public/styles.css": page.styles,
    "public/thumbs/logo.png": page.logo,
    ...Object.fromEntries(build.scenes.map((scene) => [`src/data/scenes/${scene.id}.json`, sceneFile(scene)])),
    ...Object.fromEntries(scripts.map(({ asset, filename, bytes }) => [`src/scripts/${asset.id}/${filename}`, bytes])),
    ...Object.fromEntries(
      contents.map(({ asset, filename, bytes }) => [`public/${assetPath(asset.id, filename)}`, bytes]),
    ),
  };
}
