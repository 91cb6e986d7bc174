import type { CreateDeploymentData, GetDeploymentData } from "../generated/operations.ts";
import type { components } from "../generated/schema.ts";
import type { DeployProgress, FileCount } from "./deploy-progress.ts";

/** The account of a deployment, where a call names it. */
export interface TeamScope {
  /** Id of the team. */
  readonly teamId?: string;
  /** Slug of the team, in place of its id. */
  readonly slug?: string;
}

/** What a request for a deployment has that excludes files. */
type OtherSource = "files" | "gitSource" | "gitAccessToken" | "deploymentId" | "withLatestCommit";

/**
 * What is deployed besides the files: the body of `createDeployment` without them, and how the deploy goes. `name` is
 * that of the project, which is made where it does not exist.
 */
export interface DeployOptions extends Omit<components["schemas"]["NewDeployment"], OtherSource> {
  /**
   * Id of the team to deploy for.
   * @default the client's
   */
  readonly teamId?: string | undefined;
  /**
   * Slug of that team, in place of its id.
   * @default the client's
   */
  readonly slug?: string | undefined;
  /**
   * Whether to deploy although the same was deployed before. Then a request whose answer is lost is not sent again.
   * @default false
   */
  readonly forceNew?: boolean | undefined;
  /**
   * Whether a project that is made needs no `projectSettings`.
   * @default false
   */
  readonly skipAutoDetectionConfirmation?: boolean | undefined;
  /**
   * Whether to wait until the deployment is built and its hosts lead to it.
   * @default true
   */
  readonly wait?: boolean | undefined;
  /**
   * Milliseconds of that wait, above 0. The build goes on when it is given up.
   * @default 1800000
   */
  readonly maxWaitMs?: number | undefined;
  /** Ends the deploy within one tick when it aborts. A deployment that is created by then goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Is told how far the deploy is, with each file and each look at the build. What it throws is ignored. */
  readonly onProgress?: ((progress: DeployProgress) => void) | undefined;
}

/** What was deployed. */
export interface DeployResult {
  /** The deployment: finished, or as it was created where nobody waited. */
  readonly deployment: CreateDeploymentData | GetDeploymentData;
  /** What had to be uploaded, each content once. */
  readonly uploaded: FileCount;
  /** All files, in the order in which they were given. */
  readonly files: readonly components["schemas"]["UploadedFileReference"][];
}
