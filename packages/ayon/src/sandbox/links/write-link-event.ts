import type { EntityWork } from "../entity/find-entity.ts";
import type { StoredLink } from "../entity/types.ts";
import { writeEvent } from "../write-event.ts";

/** Writes down that a link was made or deleted. */
export function writeLinkEvent(
  { store, project, user }: EntityWork,
  topic: "created" | "deleted",
  link: StoredLink,
): void {
  const { id, inputType, outputType, inputId, outputId } = link;
  const [linkType = ""] = link.linkType.split("|");
  const ends = `the ${inputType} ${inputId} and the ${outputType} ${outputId}`;
  writeEvent(
    { store },
    {
      topic: `link.${topic}`,
      project: project.name,
      user: user.name,
      description: `A ${linkType} link between ${ends} was ${topic === "created" ? "made" : "deleted"}`,
      summary: { id, linkType, inputType, outputType, inputId, outputId },
    },
  );
}
