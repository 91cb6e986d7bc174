import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { changes, creates, gives, removes } from "../../entity/answer-entity.ts";

/** Makes a representation. */
export const createRepresentation: Hook<operations["createRepresentation"]> = creates("representation");

/** Gives a representation. */
export const getRepresentation: Hook<operations["getRepresentation"]> = gives("representation");

/** Changes what is given of a representation. */
export const updateRepresentation: Hook<operations["updateRepresentation"]> = changes("representation");

/** Removes a representation. */
export const deleteRepresentation: Hook<operations["deleteRepresentation"]> = removes("representation");
