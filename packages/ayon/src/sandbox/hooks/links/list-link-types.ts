import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { answering } from "../../entity/answer-entity.ts";

/** The link types of a project. */
export const listLinkTypes: Hook<operations["listLinkTypes"]> = answering<operations["listLinkTypes"]>(
  ({ project }, { reply }) => reply({ types: project.linkTypes }),
);
