import type { CallOptions, Core } from "@fairlead/runtime";
import { createRaw, type RequestInput, request } from "@fairlead/runtime/raw";
import { createVercelCore, type VercelOptions } from "./core.ts";
import { noteCore } from "./deploy/client-core.ts";
import { deploy } from "./deploy/deploy.ts";
import type { DeployFiles } from "./deploy/deploy-file.ts";
import type { DeployOptions, DeployResult } from "./deploy/deploy-options.ts";
import { type WaitForDomainOptions, waitForDomainVerified } from "./deploy/wait-for-domain-verified.ts";
import { type WaitUntilReadyOptions, waitUntilReady } from "./deploy/wait-until-ready.ts";
import type { EnvVar } from "./env-file/env-calls.ts";
import { type PullEnvInput, type PulledEnv, pullEnv } from "./env-file/pull-env.ts";
import { type PushEnvInput, type PushEnvOptions, type PushedEnv, pushEnv } from "./env-file/push/push-env.ts";
import { type UpsertEnvInput, upsertEnv } from "./env-file/upsert-env.ts";
import { type Groups, groups } from "./generated/client.ts";
import type {
  GetDeploymentData,
  GetDeploymentInput,
  VerifyProjectDomainData,
  VerifyProjectDomainInput,
} from "./generated/operations.ts";
import type { paths } from "./generated/schema.ts";

/** Deployments: their operations, and what takes several of them. */
export interface DeploymentGroup extends Readonly<Groups["deployments"]> {
  /** Deploys files: uploads those that the server does not have, and waits until all is served; see `deploy`. */
  deploy(files: DeployFiles, options: DeployOptions): Promise<DeployResult>;
  /** Waits until a deployment is built and its hosts lead to it; see `waitUntilReady`. */
  waitUntilReady(input: GetDeploymentInput, options?: WaitUntilReadyOptions): Promise<GetDeploymentData>;
}

/** Domains of projects: their operations, and a wait. */
export interface ProjectDomainGroup extends Readonly<Groups["projectDomains"]> {
  /** Has the server look for the record of a domain until it finds it; see `waitForDomainVerified`. */
  waitUntilVerified(input: VerifyProjectDomainInput, options?: WaitForDomainOptions): Promise<VerifyProjectDomainData>;
}

/** Environment variables of projects: their operations, and what takes several of them. */
export interface EnvVarGroup extends Readonly<Groups["env"]> {
  /** Sets variables, whether they exist or not; see `upsertEnv`. */
  upsert(input: UpsertEnvInput, options?: CallOptions): Promise<EnvVar[]>;
  /** Reads the variables of an environment with their values; see `pullEnv`. */
  pull(input: PullEnvInput, options?: CallOptions): Promise<PulledEnv>;
  /** Sets the variables of the text of a `.env` file, as far as they are new or different; see `pushEnv`. */
  push(input: PushEnvInput, text: string, options?: PushEnvOptions): Promise<PushedEnv>;
}

/** A client of the Vercel REST API: its operations by group, and two ways to reach what no operation describes. */
export interface Vercel extends Omit<Groups, "deployments" | "env" | "projectDomains"> {
  /** Deployments. */
  readonly deployments: DeploymentGroup;
  /** Environment variables of projects. */
  readonly env: EnvVarGroup;
  /** Domains of projects. */
  readonly projectDomains: ProjectDomainGroup;
  /**
   * Every path of the document by method and path, as openapi-fetch does it: HTTP errors are values, not thrown. The
   * client's team is not added.
   */
  readonly raw: ReturnType<typeof createRaw<paths>>;
  /**
   * Sends any method to any path of the server, with the same credentials, guards and errors as an operation, and with
   * the team only where the query names it.
   * @returns The body, parsed if it is JSON.
   */
  request(method: string, path: string, input?: RequestInput, options?: CallOptions): Promise<unknown>;
}

/**
 * Makes a client of the Vercel REST API. It sends nothing by itself and reads no environment variable.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine; or `teamId` or `slug` is empty or has white
 * space in it, or both are given.
 * @see https://vercel.com/docs/rest-api
 */
export function createVercel(options: VercelOptions): Vercel {
  const core: Core = createVercelCore(options);
  const { deployments, env, projectDomains, ...rest } = groups(core);
  let raw: ReturnType<typeof createRaw<paths>> | undefined;
  const client: Vercel = {
    ...rest,
    deployments: {
      ...deployments,
      deploy: (files, options) => deploy(core, files, options),
      waitUntilReady: (input, options) => waitUntilReady(core, input, options),
    },
    env: {
      ...env,
      upsert: (input, options) => upsertEnv(env, input, options),
      pull: (input, options) => pullEnv(env, input, options),
      push: (input, text, options) => pushEnv(env, input, text, options),
    },
    projectDomains: {
      ...projectDomains,
      waitUntilVerified: (input, options) => waitForDomainVerified(core, input, options),
    },
    // Made when it is first asked for: on Node its Request would load all of fetch with every client.
    get raw() {
      raw ??= createRaw<paths>(core);
      return raw;
    },
    request: (method, path, input, options) => request(core, method, path, input, options),
  };
  return noteCore(client, core);
}
