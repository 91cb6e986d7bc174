import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { changes, creates, gives, removes } from "../../entity/answer-entity.ts";

/** Makes a version. */
export const createVersion: Hook<operations["createVersion"]> = creates("version");

/** Gives a version. */
export const getVersion: Hook<operations["getVersion"]> = gives("version");

/** Changes what is given of a version. */
export const updateVersion: Hook<operations["updateVersion"]> = changes("version");

/** Removes a version with its representations. */
export const deleteVersion: Hook<operations["deleteVersion"]> = removes("version");
