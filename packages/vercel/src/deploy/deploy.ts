import { type Core, RequestError } from "@fairlead/runtime";
import type { CreateDeploymentData, CreateDeploymentInput, GetDeploymentData } from "../generated/operations.ts";
import { askForDeployment } from "./ask-for-deployment.ts";
import { type Client, coreOfClient } from "./client-core.ts";
import type { DeployFiles } from "./deploy-file.ts";
import type { DeployOptions, DeployResult, TeamScope } from "./deploy-options.ts";
import { type PhaseCounter, phaseCounter, type TellProgress } from "./deploy-progress.ts";
import { bytesOf, type HashedFile, hashFiles } from "./hash-files.ts";
import { throwIfAborted } from "./in-parallel.ts";
import { listFiles } from "./list-files.ts";
import { uploadFiles } from "./upload-files.ts";
import { waitFrom } from "./wait-until-ready.ts";

/** How often files are uploaded that the server says it lacks: once is usual, more where it has not noticed them yet. */
const ROUNDS = 3;

/**
 * Deploys files: hashes them, uploads those that the server does not have, asks for the deployment, and waits until it is
 * built and its hosts lead to it.
 * @param client - A client, or a core client.
 * @param files - A list, or what `folder` of `@fairlead/vercel/node` gives.
 * @throws {RequestError} There are no files, or one can't be deployed; nothing was sent.
 * @throws {FileChangedError} A file was changed while it was deployed.
 * @throws {BadRequestError} The server refuses the deployment, such as a new project without settings.
 * @throws {WaiterFailedError} The build failed, or the hosts can't be assigned; `resource` is the deployment.
 * @throws {WaiterTimeoutError} It was not finished within `maxWaitMs`; it goes on, and `waitUntilReady` takes it up.
 * @throws {FairleadError} A request failed. Before the deployment was created, deploying again goes on where this ended.
 */
export async function deploy(client: Client, files: DeployFiles, options: DeployOptions): Promise<DeployResult> {
  const core = coreOfClient(client);
  const { forceNew, skipAutoDetectionConfirmation, wait = true, maxWaitMs, signal, onProgress, ...more } = options;
  const { teamId, slug, ...body } = more;
  if (maxWaitMs !== undefined && !(maxWaitMs > 0))
    throw new RequestError(undefined, "deploy: maxWaitMs must be above 0");
  throwIfAborted(signal);
  const tell = quiet(onProgress);
  const hashed = await hashFiles(await listFiles(files, signal), signal, tell);
  const references = hashed.map(({ file, sha, size, mode }) => ({ file, sha, size, mode }));
  const total = { files: hashed.length, bytes: bytesOf(hashed) };
  const scope: TeamScope = { ...(teamId !== undefined && { teamId }), ...(slug !== undefined && { slug }) };
  const input = {
    ...scope,
    ...(forceNew && { forceNew: "1" as const }),
    ...(skipAutoDetectionConfirmation && { skipAutoDetectionConfirmation: "1" as const }),
    body: { ...body, files: references },
  };
  const uploads = phaseCounter("uploading", tell);
  const begin = () => tell({ phase: "creating", ...total, total });
  const made = await create(core, input, { files: hashed, scope, signal, uploads, begin });
  const outcome = { uploaded: uploads.done, files: references };
  if (!wait) return { ...outcome, deployment: made };
  const waitOptions = {
    ...(maxWaitMs !== undefined && { maxWaitMs }),
    ...(signal && { signal }),
    onProgress(deployment: GetDeploymentData) {
      const phase = deployment.readyState === "READY" ? "aliasing" : "building";
      tell({ phase, ...total, total, deployment });
    },
  };
  return { ...outcome, deployment: await waitFrom(core, made, { ...scope, idOrUrl: made.id }, waitOptions) };
}

/** A listener whose errors are lost: a bar that is gone is no reason to stop. */
function quiet(onProgress: DeployOptions["onProgress"]): TellProgress {
  return (progress) => {
    try {
      onProgress?.(progress);
    } catch {}
  };
}

/** What a creation needs besides its request. */
interface Creation {
  readonly files: readonly HashedFile[];
  readonly scope: TeamScope;
  readonly signal: AbortSignal | undefined;
  readonly uploads: PhaseCounter;
  /** Is called before each request. */
  begin(): void;
}

/** Asks for the deployment, and uploads what is missing until it is made. */
async function create(
  core: Core,
  input: CreateDeploymentInput,
  { files, scope, signal, uploads, begin }: Creation,
): Promise<CreateDeploymentData> {
  const known = new Map(files.map((file) => [file.sha, file]));
  for (let round = 1; ; round++) {
    begin();
    const answer = await askForDeployment(core, input, signal);
    if ("made" in answer) return answer.made;
    const wanted = answer.missing.flatMap((sha) => known.get(sha) ?? []);
    // A file that nobody mentioned can't be uploaded.
    if (wanted.length < answer.missing.length || round > ROUNDS) throw answer.refusal;
    await uploadFiles(core, wanted, scope, signal, uploads);
  }
}
