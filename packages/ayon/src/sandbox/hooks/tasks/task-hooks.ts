import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { changes, creates, gives, removes } from "../../entity/answer-entity.ts";

/** Makes a task. */
export const createTask: Hook<operations["createTask"]> = creates("task");

/** Gives a task. */
export const getTask: Hook<operations["getTask"]> = gives("task");

/** Changes what is given of a task. */
export const updateTask: Hook<operations["updateTask"]> = changes("task");

/** Removes a task with its workfiles; its versions stay. */
export const deleteTask: Hook<operations["deleteTask"]> = removes("task");
