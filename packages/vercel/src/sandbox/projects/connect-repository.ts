import type { Random } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { Project } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";

/** A repository as a request names it. */
export type Repository = NonNullable<components["schemas"]["NewProject"]["gitRepository"]>;

/** What tells about a connected repository. */
export type ProjectLink = NonNullable<Project["link"]>;

/**
 * The link of a project to a repository. A sandbox reaches no other host: the repository is there, has an id by its name
 * and a production branch `main`.
 * @throws {Refusal} 400 `bad_request`, it is not named by its owner and its name.
 */
export function connectRepository(
  { random, clock }: { readonly random: Random; readonly clock: { now(): number } },
  { type, repo }: Repository,
): ProjectLink {
  const [, owner, name] = /^(.+)\/([^/]+)$/.exec(repo) ?? [];
  if (owner === undefined || name === undefined)
    throw vercelRefusal(400, "bad_request", "A repository is named by its owner and its name, as in acme/harbour-site");
  const at = clock.now();
  const id = random.integer(`repository/${type}/${repo}`, 100_000, 999_999_999);
  return {
    type,
    ...membersOf(type, owner, name, id),
    productionBranch: "main",
    gitCredentialId: `cred_${random.hex(`credential/${type}/${owner}`, 16)}`,
    deployHooks: [],
    createdAt: at,
    updatedAt: at,
  };
}

/** Owner, name and id of a repository, which each host calls otherwise. */
function membersOf(type: Repository["type"], owner: string, name: string, id: number): Partial<ProjectLink> {
  if (type === "gitlab") return { projectId: String(id), projectNameWithNamespace: `${owner}/${name}` };
  if (type === "bitbucket") return { owner, slug: name };
  return { org: owner, repo: name, repoId: id };
}
