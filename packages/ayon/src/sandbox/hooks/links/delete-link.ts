import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { answering } from "../../entity/answer-entity.ts";
import { EntityError } from "../../entity/entity-error.ts";
import type { StoredLink } from "../../entity/types.ts";
import { writeLinkEvent } from "../../links/write-link-event.ts";

/** Takes a link away. */
export const deleteLink: Hook<operations["deleteLink"]> = answering<operations["deleteLink"]>((work, { path }) => {
  const { store, project } = work;
  const link = store.get("Link", path.link_id, { projectName: project.name });
  if (link === undefined) throw new EntityError(404, `The project has no link ${path.link_id}`);
  store.remove("Link", link);
  writeLinkEvent(work, "deleted", link as StoredLink);
  return { status: 204 };
});
