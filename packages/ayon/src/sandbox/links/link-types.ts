import type { Project } from "../entities.ts";
import { EntityError } from "../entity/entity-error.ts";
import { isEntityType } from "../entity/entity-kinds.ts";
import type { EntityType } from "../entity/types.ts";

/** The name of a link type in its parts. */
export interface LinkTypeName {
  /** Short name, such as `generative`. */
  readonly linkType: string;
  readonly inputType: EntityType;
  readonly outputType: EntityType;
}

/**
 * The parts of a link type's name, such as `generative|version|version`.
 * @throws {EntityError} 400, it has other parts, or the project has no such type.
 */
export function readLinkType({ linkTypes }: Pick<Project, "linkTypes">, name: string): LinkTypeName {
  const [linkType = "", inputType = "", outputType = "", ...more] = name.split("|");
  if (more.length > 0 || !isEntityType(inputType) || !isEntityType(outputType))
    throw new EntityError(400, "A link type is its name and two kinds of entity, with bars between");
  if (!linkTypes.some((one) => one.name === name)) throw new EntityError(400, `The project has no link type ${name}`);
  return { linkType, inputType, outputType };
}
