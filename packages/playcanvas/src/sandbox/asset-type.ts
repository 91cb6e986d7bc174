const byExtension = new Map(
  Object.entries({
    css: "css",
    frag: "shader",
    fbx: "scene",
    glb: "container",
    glsl: "shader",
    html: "html",
    jpeg: "texture",
    jpg: "texture",
    js: "script",
    json: "json",
    mjs: "script",
    mp3: "audio",
    ogg: "audio",
    ply: "gsplat",
    png: "texture",
    sog: "gsplat",
    ttf: "font",
    txt: "text",
    vert: "shader",
    wasm: "wasm",
    wav: "audio",
    webp: "texture",
  }),
);

/** The kind of an asset by the extension of its file's name; `binary` for one that is not known. */
export function assetType(filename: string): string {
  return byExtension.get(/\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? "") ?? "binary";
}

/** What the Editor keeps for a new asset of this kind; only scripts are known to have it from the start. */
export function assetData(type: string): Record<string, unknown> | null {
  return type === "script" ? { scripts: {}, loading: false, loadingType: 0 } : null;
}
