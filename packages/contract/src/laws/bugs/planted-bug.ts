import type { LawContext } from "../law-context.ts";
import type { OpenWorld } from "../world.ts";

/** A way to misbehave that one law must notice. */
export interface PlantedBug {
  /** Name of the law. */
  readonly law: string;
  /** What goes wrong. */
  readonly what: string;
  /** Worlds that misbehave in exactly this way. */
  plant(open: OpenWorld, context: LawContext): OpenWorld;
}
