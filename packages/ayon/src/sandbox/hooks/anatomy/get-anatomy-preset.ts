import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findPreset, primaryAnatomy } from "../../anatomy.ts";
import { builtInAnatomy } from "../../built-in-anatomy.ts";
import { demandMember } from "../../caller.ts";

/** What is in a preset, be it stored, the primary one or the built-in one, which older scripts call `_`. */
export const getAnatomyPreset: Hook<operations["getAnatomyPreset"]> = async (call) => {
  await demandMember(call);
  const name = call.path.preset_name;
  if (name === "__primary__") return call.reply(primaryAnatomy(call));
  return call.reply(name === "__builtin__" || name === "_" ? builtInAnatomy : findPreset(call, name));
};
