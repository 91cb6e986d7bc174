import type { Store } from "@fairlead/sandbox";
import { aliasAt } from "../aliases/stored-alias.ts";
import { servedFrom } from "./current-production.ts";
import type { StoredDeployment } from "./deployment.ts";

/** Domain of the hosts that the service gives by itself. */
const zone = "example.app";
const longestLabel = 63; // RFC 1035, section 2.3.4

/** The host that serves only one deployment. */
export function hostOf({ id, name }: Pick<StoredDeployment, "id" | "name">): string {
  const short = id.replace(/^dpl_/, "").slice(0, 9).toLowerCase();
  return `${label(name, longestLabel - short.length - 1)}-${short}.${zone}`;
}

/** The page of a deployment for people. */
export function inspectorUrlOf({ id, name }: Pick<StoredDeployment, "id" | "name">, slug: string): string {
  return `https://inspect.example.com/${slug}/${name}/${id.replace(/^dpl_/, "")}`;
}

/**
 * The hosts that the service chooses: those of the project for production, that of a custom environment, and that of the
 * branch for anything else.
 */
export function automaticHosts(
  {
    name,
    target,
    branch,
    customEnvironment,
  }: Pick<StoredDeployment, "name" | "target" | "branch" | "customEnvironment">,
  slug: string,
): readonly string[] {
  if (customEnvironment !== undefined) return [`${label(`${name}-env-${customEnvironment.slug}-${slug}`)}.${zone}`];
  if (target === "production") return [`${label(name)}.${zone}`, `${label(`${name}-${slug}`)}.${zone}`];
  return branch ? [`${label(`${name}-git-${branch}-${slug}`)}.${zone}`] : [];
}

/**
 * The hosts that the project's users chose and that a deployment takes: for production or a custom environment its
 * domains, for anything else those of its branch. Domains that lead elsewhere or are not verified take none.
 */
export function chosenHosts(
  store: Store,
  deployment: Pick<StoredDeployment, "projectId" | "target" | "branch" | "customEnvironment">,
): readonly string[] {
  const { projectId, target, branch, customEnvironment } = deployment;
  const domains = store.list("ProjectDomain", { projectId, verified: true });
  return domains.flatMap(({ name, redirect, gitBranch, customEnvironmentId }) => {
    if (redirect || (customEnvironmentId ?? undefined) !== customEnvironment?.id) return [];
    if (customEnvironmentId) return [String(name)];
    const wanted = gitBranch ? target !== "production" && gitBranch === branch : target === "production";
    return wanted ? [String(name)] : [];
  });
}

/** From whom hosts may be taken besides older deployments of the same project. */
export interface Taking {
  /** Whether newer deployments give them up as well. @default false */
  readonly fromNewer?: boolean;
  /** Whether other projects give them up as well. @default false */
  readonly fromProjects?: boolean;
}

/** The hosts among these that a deployment may take, each once: nobody has them, or who has them gives them up. */
export function freeHosts(
  store: Store,
  { id, projectId, createdAt }: Pick<StoredDeployment, "id" | "projectId" | "createdAt">,
  hosts: readonly string[],
  { fromNewer = false, fromProjects = false }: Taking = {},
): readonly string[] {
  return [...new Set(hosts)].filter((host) => {
    const alias = aliasAt(store, host);
    if (alias === undefined || alias.deploymentId === id) return true;
    if (alias.projectId !== projectId) return fromProjects;
    const holder = store.get("Deployment", alias.deploymentId) as StoredDeployment | undefined;
    return fromNewer || holder === undefined || servedFrom(holder) < createdAt;
  });
}

function label(text: string, longest: number = longestLabel): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "");
  return plain.slice(0, longest).replace(/-+$/, "");
}
