import type { Asking } from "../account.ts";
import { accountOf, notFound, projectInAccount } from "../account.ts";
import { currentProduction } from "../deployments/current-production.ts";
import type { StoredDeployment } from "../deployments/deployment.ts";
import type { StoredPromotion } from "../deployments/move-production.ts";
import type { Project, User } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";

/** Who wants what to be in production of which project. */
export interface Promotion {
  readonly user: User;
  readonly project: Project & StoredPromotion;
  readonly deployment: StoredDeployment;
}

/**
 * What a promotion or rollback names.
 * @throws {Refusal} 403 as `accountOf`; 404 `not_found`, the account has no such project or that has no such
 *   deployment; 409 `conflict`, the deployment is in production.
 */
export function findPromotion(
  asking: Asking & { readonly path: { readonly projectId: string; readonly deploymentId: string } },
): Promotion {
  const { store, path } = asking;
  const { user } = accountOf(asking);
  const project = projectInAccount(asking, path.projectId);
  const { deploymentId: id } = path;
  const deployment = store.get("Deployment", id, { projectId: project.id }) as StoredDeployment | undefined;
  if (deployment === undefined) throw notFound(`The project ${project.name} has no deployment ${id}`);
  if (currentProduction(store, project.id)?.id === id)
    throw vercelRefusal(409, "conflict", `The deployment ${id} is in production already`);
  return { user, project, deployment };
}
