import type { Scene } from "../entities.ts";

/** The JSON of a scene: a root with a camera, because the sandbox does not know what is in a scene. */
export function sceneFile({ id, name }: Scene): string {
  const entity = (parent: string | null, children: readonly string[], components: object): object => ({
    enabled: true,
    parent,
    children,
    position: [0, 0, 0],
    rotation: [0, 0, 0],
    scale: [1, 1, 1],
    components,
  });
  const entities = {
    root: { name: "Root", ...entity(null, ["camera"], {}) },
    camera: { name: "Camera", ...entity("root", [], { camera: { enabled: true, fov: 45 } }) },
  };
  return json({ id, name, settings: { physics: { gravity: [0, -9.8, 0] }, render: {} }, entities });
}

/** JSON as the files of a build have it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
