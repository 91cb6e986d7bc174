import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { SplatUpload } from "../../entities.ts";
import { uploadNow } from "./upload-state.ts";

/** The upload with the parts that storage has. */
export const getSplatUpload: Hook<operations["getSplatUpload"]> = async (call, next) => {
  const answer = await next();
  return { ...answer, json: uploadNow(call, answer.json as SplatUpload) };
};
