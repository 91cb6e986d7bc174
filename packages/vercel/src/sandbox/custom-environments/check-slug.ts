import type { Store } from "@fairlead/sandbox";
import type { Project } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";

/** Environments that every project has, and whose names no other may have. */
const reserved = ["production", "preview", "development"];

/**
 * Checks the slug of a custom environment. Which texts the server takes is not known; hosts are made of slugs, so here
 * it is what a host may have, and underscores.
 * @param exceptId - Id of the environment itself, where it exists.
 * @throws {Refusal} 400 `bad_request`: it can't be a slug, or another environment of the project has it.
 */
export function checkSlug(store: Store, { id: projectId }: Pick<Project, "id">, slug: string, exceptId?: string): void {
  if (!/^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/.test(slug))
    throw wrong(`${slug || "An empty text"} can't be a slug: it has lower-case letters, digits and hyphens`);
  if (reserved.includes(slug)) throw wrong(`Every project has an environment ${slug}`);
  if (store.list("CustomEnvironment", { projectId, slug }).some(({ id }) => id !== exceptId))
    throw wrong(`The project has a custom environment ${slug} already`);
}

function wrong(message: string): Error {
  return vercelRefusal(400, "bad_request", message);
}
