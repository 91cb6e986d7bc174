import type { Store } from "@fairlead/sandbox";
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

/** The hosts that the service chooses: that of the project for production, that of the branch for anything else. */
export function automaticHosts(
  { name, target, branch }: Pick<StoredDeployment, "name" | "target" | "branch">,
  slug: string,
): readonly string[] {
  if (target === "production") return [`${label(name)}.${zone}`, `${label(`${name}-${slug}`)}.${zone}`];
  return branch ? [`${label(`${name}-git-${branch}-${slug}`)}.${zone}`] : [];
}

/**
 * The hosts that the project's users chose and that a deployment takes: for production its domains, for anything else
 * those of its branch. Domains that lead elsewhere or are not verified take none.
 */
export function chosenHosts(store: Store, { projectId, target, branch }: StoredDeployment): readonly string[] {
  const domains = store.list("ProjectDomain", { projectId, verified: true });
  return domains.flatMap(({ name, redirect, gitBranch, customEnvironmentId }) => {
    if (redirect || customEnvironmentId) return [];
    const wanted = gitBranch ? target !== "production" && gitBranch === branch : target === "production";
    return wanted ? [String(name)] : [];
  });
}

/**
 * The hosts among these that a deployment may take: each once, and none of another project or of a newer deployment.
 */
export function freeHosts(
  store: Store,
  { id, projectId, createdAt }: Pick<StoredDeployment, "id" | "projectId" | "createdAt">,
  hosts: readonly string[],
): readonly string[] {
  const others = (store.list("Deployment") as readonly StoredDeployment[]).filter((other) => other.id !== id);
  return [...new Set(hosts)].filter((host) =>
    others.every(
      (other) => !other.alias.includes(host) || (other.projectId === projectId && other.createdAt < createdAt),
    ),
  );
}

/** Takes hosts from the deployments that they led to. */
export function takeHosts(store: Store, id: string, hosts: readonly string[]): void {
  for (const other of store.list("Deployment") as readonly StoredDeployment[]) {
    if (other.id === id || !other.alias.some((host) => hosts.includes(host))) continue;
    const left = (list: readonly string[] = []): readonly string[] => list.filter((host) => !hosts.includes(host));
    store.update("Deployment", other, {
      alias: left(other.alias),
      automaticAliases: left(other.automaticAliases),
      userAliases: left(other.userAliases),
    });
  }
}

function label(text: string, longest: number = longestLabel): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "");
  return plain.slice(0, longest).replace(/-+$/, "");
}
