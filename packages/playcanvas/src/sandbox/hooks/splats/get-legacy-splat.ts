import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { PublishedSplat } from "../../entities.ts";
import { publishedSplatAt } from "../../splat-work.ts";

/** The splat as it stands now. */
export const getLegacySplat: Hook<operations["getLegacySplat"]> = async (call, next) => {
  const answer = await next();
  return { ...answer, json: publishedSplatAt(answer.json as PublishedSplat, call.clock.now()) };
};
