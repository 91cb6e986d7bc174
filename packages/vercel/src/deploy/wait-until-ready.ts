import type { Core, JobRow, Success } from "@fairlead/runtime";
import { type WaitOptions, waitFunction } from "@fairlead/runtime/waiters";
import {
  type CreateDeploymentData,
  type GetDeploymentData,
  type GetDeploymentInput,
  getDeployment,
} from "../generated/operations.ts";
import { type Client, coreOfClient } from "./client-core.ts";

/** How the wait for a deployment goes. Its states are the deployment as each look found it. */
export type WaitUntilReadyOptions = WaitOptions<GetDeploymentData>;

/** The job of a deployment, which ends later than its build: when its hosts lead to it, or can't. */
const aliasedJob: JobRow = {
  start: { id: "/id", state: "/readyState" },
  status: { operationId: "getDeployment", param: "path.idOrUrl", state: "/readyState" },
  states: {
    QUEUED: {},
    INITIALIZING: {},
    BUILDING: {},
    READY: { end: "success", when: { "/aliasAssigned": "truthy" }, result: [""], message: ["/aliasError/message"] },
    ERROR: { end: "failure", message: ["/errorMessage"] },
    CANCELED: { end: "failure", message: ["/readyStateReason"] },
    BLOCKED: { end: "failure", message: ["/readyStateReason"] },
  },
  failWhen: { "/aliasError": "present" },
  poll: { everyMs: 2000, factor: 1.5, maxMs: 15_000, timeoutMs: 1_800_000 },
};

/**
 * Waits until a deployment is built and its hosts lead to it, which is a moment later.
 * @param client - A client, or a core client.
 * @returns The finished deployment.
 * @throws {WaiterFailedError} The build failed, was canceled or waits for a seat, or the hosts can't be assigned.
 * @throws {WaiterTimeoutError} It did not end within `maxWaitMs`, half an hour unless it is set.
 * @throws {WaiterAbortedError} The signal aborted. The deployment goes on.
 * @throws {WaiterError} The deployment can't be read.
 */
export function waitUntilReady(
  client: Client,
  input: GetDeploymentInput,
  options?: WaitUntilReadyOptions,
): Promise<GetDeploymentData> {
  return waitFrom(coreOfClient(client), undefined, input, options);
}

/**
 * {@link waitUntilReady} from the answer of a creation on: it is the first state, and may be the last one.
 * @param made - That answer; without it the deployment is read first.
 */
export async function waitFrom(
  core: Core,
  made: CreateDeploymentData | undefined,
  input: GetDeploymentInput,
  options: WaitUntilReadyOptions | undefined,
): Promise<GetDeploymentData> {
  const wait = waitFunction({
    row: aliasedJob,
    operation: { id: "getDeployment", method: "GET", path: "/v13/deployments/{idOrUrl}" },
    // A wait takes no more of an answer than its data, unless its headers say when to ask again.
    start: made && { full: async () => ({ data: made, headers: new Headers() }) as Success<200, unknown> },
    status: { full: lookAt },
    statusParam: "idOrUrl",
    shared: ["teamId", "slug", "withGitRepoInfo"],
  });
  return (await wait(core, input, options as WaitOptions<never>).done()) as GetDeploymentData;
}

/** Reads a deployment, and takes a failed check of its hosts for what it is: they will not be assigned. */
async function lookAt(...call: Parameters<typeof getDeployment.full>) {
  const answer = await getDeployment.full(...call);
  const check = Object(Object(answer.data as { checks?: unknown }).checks)["deployment-alias"];
  if (answer.data.aliasError || Object(check).state !== "failed") return answer;
  const aliasError = { code: "checks_failed", message: "The check deployment-alias failed" };
  return { ...answer, data: { ...answer.data, aliasError } };
}
