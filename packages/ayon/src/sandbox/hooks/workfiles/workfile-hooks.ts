import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { changes, creates, gives, removes } from "../../entity/answer-entity.ts";

/** Makes a workfile. */
export const createWorkfile: Hook<operations["createWorkfile"]> = creates("workfile");

/** Gives a workfile. */
export const getWorkfile: Hook<operations["getWorkfile"]> = gives("workfile");

/** Changes what is given of a workfile. */
export const updateWorkfile: Hook<operations["updateWorkfile"]> = changes("workfile");

/** Removes a workfile. */
export const deleteWorkfile: Hook<operations["deleteWorkfile"]> = removes("workfile");
