import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { changes, creates, gives, removes } from "../../entity/answer-entity.ts";

/** Makes a folder. */
export const createFolder: Hook<operations["createFolder"]> = creates("folder");

/** Gives a folder. */
export const getFolder: Hook<operations["getFolder"]> = gives("folder");

/** Changes what is given of a folder. */
export const updateFolder: Hook<operations["updateFolder"]> = changes("folder");

/** Removes a folder with all below it; products are below it only where they are to go too. */
export const deleteFolder: Hook<operations["deleteFolder"]> = removes("folder");
