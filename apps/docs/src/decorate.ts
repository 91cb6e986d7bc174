import { resolveBehaviors } from "@fairlead/behaviors";
import { badges } from "./badges.ts";
import { type ApiDocument, listOperations } from "./document.ts";
import { facts } from "./facts.ts";
import { unfoldDescriptions } from "./unfold.ts";

/** Stands above the menu and leads to the landing page. */
const logo = {
  url: `data:image/svg+xml,${encodeURIComponent(
    "<svg xmlns='http://www.w3.org/2000/svg' width='84' height='22'><text y='17' font-family='system-ui,sans-serif' font-size='19' " +
      "font-weight='700' fill='#4f7fe0'>Fairlead</text></svg>",
  )}`,
  href: "index.html",
  altText: "Fairlead, all APIs",
};

/**
 * A copy of the bundle as its page shows it: each operation has badges, and a list of facts at the end of its description.
 * Nothing of it is written by hand; all of it is read from the declarations.
 */
export function decorate(document: ApiDocument): ApiDocument {
  const copy = structuredClone(document);
  Object.assign(copy.info, { "x-logo": logo });
  unfoldDescriptions(copy);
  for (const { operation } of listOperations(copy)) {
    const behaviors = resolveBehaviors(copy, operation);
    Object.assign(operation, {
      "x-badges": badges(behaviors),
      description: [operation.description?.trim(), facts(behaviors, operation.externalDocs?.url)]
        .filter(Boolean)
        .join("\n\n"),
    });
  }
  return copy;
}
