import type { Branch, Content, Project } from "../entities.ts";
import type { Contents } from "./read-contents.ts";
import { json, sceneFile } from "./scene-file.ts";

/** The files of an exported project. What the real archive is made of is documented nowhere. */
export function projectArchive(
  { project, branch, scenes, assets }: Content & { readonly project: Project; readonly branch: Branch },
  contents: readonly Contents[],
): Record<string, string | Uint8Array> {
  const listed = assets.map(({ id, name, type, parent = null, tags, preload, data, file }) => {
    const { hash, filename, size } = file ?? {};
    return { id, name, type, parent, tags, preload, data: data ?? null, file: file ? { hash, filename, size } : null };
  });
  return {
    "project.json": json({ id: project.id, name: project.name, branch: branch.name }),
    "assets.json": json(listed),
    ...Object.fromEntries(scenes.map((scene) => [`scenes/${scene.id}.json`, sceneFile(scene)])),
    ...Object.fromEntries(contents.map(({ asset, filename, bytes }) => [`assets/${asset.id}/${filename}`, bytes])),
  };
}
