import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { anatomyVersion } from "../../anatomy.ts";
import { demandMember } from "../../caller.ts";

/** The stored presets, and the version of their form beside them. */
export const listAnatomyPresets: Hook<operations["listAnatomyPresets"]> = async (call, next) => {
  await demandMember(call);
  const answer = await next();
  return { ...answer, json: { version: anatomyVersion, ...(answer.json as object) } };
};
