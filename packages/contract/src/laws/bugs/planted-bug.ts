import type { LawContext } from "../law-context.ts";
import type { OpenWorld } from "../world.ts";

/** A way to misbehave that one law must notice. */
export interface PlantedBug {
  /** Name of the law. */
  readonly law: string;
  /** What goes wrong. */
  readonly what: string;
  /** Whether the declarations have what goes wrong, such as headers of a quota. @default wherever the law speaks */
  applies?(context: LawContext): boolean;
  /** Worlds that misbehave in exactly this way. */
  plant(open: OpenWorld, context: LawContext): OpenWorld;
}
