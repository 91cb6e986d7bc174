import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { Splat } from "../../entities.ts";
import { splatAt } from "../../splat-work.ts";

/** The splats as they stand now. */
export const listSplats: Hook<operations["listSplats"]> = async (call, next) => {
  const answer = await next();
  const page = answer.json as { readonly data: readonly Splat[] };
  return { ...answer, json: { ...page, data: page.data.map((splat) => splatAt(splat, call.clock.now())) } };
};
