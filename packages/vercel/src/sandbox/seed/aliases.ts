import type { StoredAlias } from "../aliases/stored-alias.ts";
import type { StoredDeployment } from "../deployments/deployment.ts";

const ids: Readonly<Record<string, string>> = {
  "lamp.example.app": "Wq8sB3nV5xTz7KcD2mRf6HgL",
  "lamp.example.org": "Jx4pN7bQ9vYd3TsM6wZc8GrK",
  "harbour-site.example.app": "Kd3xW6tN8fQb5ZgS2mLr7VcP",
  "harbour.example.com": "Yb7nR4wK9sXq2LmT6vDc8HjF",
  "harbour-site-git-tides-acme.example.app": "Mz6cT9gW2hRk4XpB7qNv5SdJ",
};

/** The aliases of every session: all hosts that the first deployments say they have. */
export function makeAliases(deployments: readonly StoredDeployment[]): readonly Omit<StoredAlias, "redirect">[] {
  return deployments.flatMap(({ id: deploymentId, alias, projectId, accountId, creator, endedAt = 0 }) => {
    const { uid, username, email } = creator;
    return alias.map((host, index) => ({
      uid: ids[host] ?? `${host} of the seed`,
      alias: host,
      deploymentId,
      projectId,
      accountId,
      creator: { uid, username, email },
      createdAt: endedAt + index,
      updatedAt: endedAt + index,
    }));
  });
}
