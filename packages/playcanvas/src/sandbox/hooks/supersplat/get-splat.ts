import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { Splat } from "../../entities.ts";
import { splatAt } from "../../splat-work.ts";

/** The splat as it stands now. */
export const getSplat: Hook<operations["getSplat"]> = async (call, next) => {
  const answer = await next();
  return { ...answer, json: splatAt(answer.json as Splat, call.clock.now()) };
};
