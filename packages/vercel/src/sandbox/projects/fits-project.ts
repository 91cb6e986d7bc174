import type { operations } from "../../generated/schema.ts";
import type { Project } from "../entities.ts";
import type { ProjectLink } from "./connect-repository.ts";

/** What a list of projects may be narrowed by. */
export type ProjectQuery = NonNullable<operations["listProjects"]["parameters"]["query"]>;

/** Where repositories of a kind are. */
const hosts: Readonly<Record<string, string>> = {
  github: "https://github.com",
  "github-limited": "https://github.com",
  gitlab: "https://gitlab.com",
  bitbucket: "https://bitbucket.org",
};

/**
 * Whether a project is in a list. Stores of settings and settings that the vendor gives up are nothing that a project of
 * the sandbox can have: a list by them is empty.
 */
export function fitsProject(project: Project, query: ProjectQuery): boolean {
  const { search, edgeConfigId, edgeConfigTokenId, deprecated } = query;
  if (edgeConfigId || edgeConfigTokenId || deprecated === true) return false;
  if (search && !project.name.toLowerCase().includes(search.toLowerCase())) return false;
  return fitsRepository(project.link, query) && fitsSettings(project, query);
}

function fitsRepository(link: ProjectLink | undefined, query: ProjectQuery): boolean {
  const { repo, repoId, repoUrl, excludeRepos } = query;
  const { path, name, id, url } = repositoryOf(link);
  if (repo && repo !== name && repo !== path) return false;
  if (repoId && repoId !== id) return false;
  if (repoUrl && repoUrl.replace(/(\.git)?\/?$/, "") !== url) return false;
  return !name || !excludeRepos?.split(",").some((one) => one.trim() === name);
}

function fitsSettings(project: Project, query: ProjectQuery): boolean {
  const { gitForkProtection, elasticConcurrencyEnabled, staticIpsEnabled, buildMachineTypes } = query;
  const { resourceConfig, staticIps } = project;
  const queue = query.buildQueueConfiguration;
  const isAs = (wanted: string | undefined, value: unknown): boolean =>
    wanted === undefined || (wanted === "1") === (value === true);
  const machines = buildMachineTypes?.split(",").map((one) => one.trim());
  return (
    isAs(gitForkProtection, project.gitForkProtection) &&
    isAs(elasticConcurrencyEnabled, resourceConfig.elasticConcurrencyEnabled) &&
    isAs(staticIpsEnabled, staticIps?.enabled) &&
    (queue === undefined || queue === resourceConfig.buildQueue?.configuration) &&
    (machines === undefined || machines.includes(resourceConfig.buildMachineType ?? "default"))
  );
}

/** A repository by what all hosts have, under one name each. */
function repositoryOf(link: ProjectLink | undefined) {
  if (link === undefined) return {};
  const path = link.projectNameWithNamespace ?? `${link.org ?? link.owner}/${link.repo ?? link.slug}`;
  const id = link.repoId ?? link.projectId;
  const host = hosts[link.type];
  return {
    path,
    name: path.slice(path.lastIndexOf("/") + 1),
    id: id === undefined ? undefined : String(id),
    url: host && `${host}/${path}`,
  };
}
