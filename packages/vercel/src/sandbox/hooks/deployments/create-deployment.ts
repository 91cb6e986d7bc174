import type { Hook, JobContext, JobHook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findProject } from "../../account.ts";
import type { StoredDeployment } from "../../deployments/deployment.ts";
import { hostOf, inspectorUrlOf } from "../../deployments/hosts.ts";
import { findSimilar, likenessOf } from "../../deployments/likeness.ts";
import { type Order, readOrder } from "../../deployments/read-order.ts";
import { serve, slugOf } from "../../deployments/serve.ts";
import { showDeployment } from "../../deployments/show-deployment.ts";
import { expectedTimeline } from "../../deployments/timeline.ts";
import { makeProject, type NewProject } from "../../projects/make-project.ts";

/** What the job begins with, in place of the body. */
interface Begin {
  readonly order: Order;
  readonly likeness: string;
}

/** Deploys, or gives the similar deployment that there is already. */
export const createDeployment: Hook<operations["createDeployment"]> = async (call, next) => {
  const order = await readOrder(call);
  const { account, project } = order;
  const likeness = await likenessOf(order, [call.body.env, call.body.build?.env]);
  const similar = project && call.query?.forceNew !== "1" ? findSimilar(call.store, project.id, likeness) : undefined;
  if (similar !== undefined) return call.reply(showDeployment(call.store, account, similar));

  call.body = { order, likeness } satisfies Begin as never;
  const { json } = await next();
  const made = json as StoredDeployment;
  const slug = slugOf(call.store, account.accountId);
  // The first state may take no time, so that the deployment could have moved on already.
  const named = call.store.update("Deployment", made as never, {
    url: hostOf(made),
    inspectorUrl: inspectorUrlOf(made, slug),
    buildId: `bld_${call.random.token(`build ${made.id}`, 9).toLowerCase()}`,
  });
  return call.reply(showDeployment(call.store, account, named as StoredDeployment));
};

/** A deployment on its way, and what becomes of it. */
export const deploymentJob: JobHook<operations["createDeployment"]> = {
  start(call) {
    const { order, likeness } = call.body as unknown as Begin;
    const { account, name, files, gitSource, branch, commit, customEnvironment: custom } = order;
    const { id: uid, username, email } = account.user;
    const plan = account.team === undefined ? "hobby" : account.team.billing?.plan;
    // Another request may have made the project while the files of this one were read.
    const known = order.project ?? findProject(call.store, account, name);
    const project = known ?? makeProject(call, account, { name, ...order.givenSettings } as NewProject);
    return {
      name,
      projectId: project.id,
      ownerId: account.accountId,
      accountId: account.accountId,
      target: order.target,
      source: order.source,
      meta: order.meta,
      creator: { uid, username, email, type: "user" },
      projectSettings: order.settings,
      env: order.env,
      build: { env: order.buildEnv },
      autoAssignCustomDomains: project.autoAssignCustomDomains ?? true,
      public: project.publicSource === true,
      regions: [project.serverlessFunctionRegion || "iad1"],
      ...(typeof plan === "string" && { plan }),
      likeness,
      ...(files && { files }),
      ...(gitSource && { gitSource }),
      ...(custom && { customEnvironment: { id: custom.id, slug: custom.slug } }),
      ...(branch !== undefined && { branch }),
      ...(commit !== undefined && { commit }),
    };
  },
  finish(job, context) {
    const deployment = job as unknown as StoredDeployment;
    if (deployment.canceledAt !== undefined) return {};
    runBuild(deployment);
    const ended = endOf(deployment, context);
    return { ...ended, ready: ended.endedAt, ...serve(context.store, deployment, ended.endedAt) };
  },
  fail: (job, context) => endOf(job as unknown as StoredDeployment, context),
};

/**
 * Stands for the build. The sandbox runs no command, but one that can only fail does so.
 * @throws {Error} The build command is `false`, or `exit` with a status other than 0.
 */
function runBuild({ projectSettings: { buildCommand } }: StoredDeployment): void {
  const command = buildCommand?.trim() ?? "";
  const [, status] = /^exit\s+0*([1-9]\d*)$/.exec(command) ?? [];
  const exit = command === "false" ? "1" : status;
  if (exit !== undefined) throw new Error(`Command "${command}" exited with ${exit}`);
}

/** When a job has ended: when it was due to, or now where it went faster. */
function endOf(
  deployment: StoredDeployment,
  { clock }: Pick<JobContext, "clock">,
): { readonly endedAt: number; readonly buildingAt: number } {
  const { endsAt, buildingAt } = expectedTimeline(deployment);
  const endedAt = Math.min(clock.now(), endsAt);
  return { endedAt, buildingAt: Math.min(deployment.buildingAt ?? buildingAt, endedAt) };
}
