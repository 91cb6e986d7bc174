import type { Call, OperationShape } from "@fairlead/sandbox";
import { builtInAnatomy } from "./built-in-anatomy.ts";
import type { Anatomy, AnatomyPreset } from "./entities.ts";

/** Version of the form of an anatomy. */
export const anatomyVersion = "1.0.0";

/** A stored preset by its name. @throws {Refusal} 404, there is none. */
export function findPreset({ store, refuse }: Pick<Call<OperationShape>, "store" | "refuse">, name: string): Anatomy {
  const preset = store.get("AnatomyPreset", name) as AnatomyPreset | undefined;
  if (preset === undefined) throw refuse(404, `No anatomy preset is called ${name}`);
  return preset.anatomy;
}

/** What new projects take: the primary preset, or else the built-in one. */
export function primaryAnatomy({ store }: Pick<Call<OperationShape>, "store">): Anatomy {
  const [preset] = store.list("AnatomyPreset", { primary: true }) as readonly AnatomyPreset[];
  return preset?.anatomy ?? builtInAnatomy;
}
