import type { OpenWorld, WorldTold } from "../world.ts";
import { bound } from "./intercept.ts";
import type { PlantedBug } from "./planted-bug.ts";

function bug(what: string, change: (told: readonly WorldTold[]) => readonly WorldTold[]): PlantedBug {
  const plant =
    (open: OpenWorld): OpenWorld =>
    async () => {
      const world = bound(await open());
      return { ...world, told: async (url) => change((await world.told?.(url)) ?? []) };
    };
  return { law: "webhook_signed_once", what, plant };
}

/** Bugs of what receivers of webhooks are told. */
export const webhookBugs: readonly PlantedBug[] = [
  bug("nobody is told", () => []),
  bug("everything is told twice", (told) => [...told, ...told]),
  bug("the body is not the one that was signed", (told) => told.map((one) => ({ ...one, body: `${one.body} ` }))),
];
