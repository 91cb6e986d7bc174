import type { Content } from "../entities.ts";

/** What a build is made of. */
export interface Build extends Content {
  /** Name of the app. */
  readonly name: string;
  /** Release of the engine. */
  readonly engineVersion: string;
}

/**
 * The `config.json` of a build: its scenes, and its assets by id.
 * @param addressOf - Where the build has the file of an asset, or a scene.
 */
export function buildConfig(
  { name, scenes, assets }: Build,
  addressOf: { scene(id: number): string; asset(id: number, filename: string): string },
): object {
  return {
    application_properties: { name, width: 1280, height: 720, fillMode: "FILL_WINDOW", resolutionMode: "AUTO" },
    scenes: scenes.map((scene) => ({ name: scene.name, url: addressOf.scene(scene.id) })),
    assets: Object.fromEntries(
      assets
        .filter(({ type }) => type !== "folder")
        .map(({ id, name: label, type, file, data, preload, tags }) => {
          const { hash, filename = "", size } = file ?? {};
          const own = file ? { hash, filename, size, url: addressOf.asset(id, filename) } : null;
          return [id, { id: String(id), name: label, type, preload, tags, data: data ?? {}, file: own }];
        }),
    ),
  };
}
