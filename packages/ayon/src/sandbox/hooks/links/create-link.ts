import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { answering } from "../../entity/answer-entity.ts";
import { EntityError } from "../../entity/entity-error.ts";
import { needEntity } from "../../entity/find-entity.ts";
import { readId } from "../../entity/read-members.ts";
import type { StoredLink } from "../../entity/types.ts";
import { readLinkType } from "../../links/link-types.ts";
import { writeLinkEvent } from "../../links/write-link-event.ts";

/** Links two entities of the kinds that the link type is for. Only an id that is taken makes a link a duplicate. */
export const createLink: Hook<operations["createLink"]> = answering<operations["createLink"]>(
  (work, { body, reply }) => {
    const { store, project, user } = work;
    const type = body.linkType ?? body.link;
    if (!type) throw new EntityError(400, "A link needs its type");
    const { inputType, outputType } = readLinkType(project, type);
    const inputId = readId(body.input, "input");
    const outputId = readId(body.output, "output");
    if (inputType === outputType && inputId === outputId) throw new EntityError(400, "An entity can't link to itself");
    needEntity(work, inputType, inputId);
    needEntity(work, outputType, outputId);
    const id = body.id == null ? undefined : readId(body.id);
    if (id !== undefined && store.get("Link", id) !== undefined) throw new EntityError(409, `The id ${id} is taken`);
    const link = store.create("Link", {
      ...(id !== undefined && { id }),
      projectName: project.name,
      ...(body.name != null && { name: body.name }),
      linkType: type,
      inputId,
      inputType,
      outputId,
      outputType,
      author: user.name,
      data: body.data ?? {},
    }) as StoredLink;
    writeLinkEvent(work, "created", link);
    return reply({ id: link.id });
  },
);
