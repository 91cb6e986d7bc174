import {
  type Core,
  isAbortedError,
  isBadRequestError,
  isDecodeError,
  isServerError,
  isTransportError,
} from "@fairlead/runtime";
import { type CreateDeploymentData, type CreateDeploymentInput, createDeployment } from "../generated/operations.ts";

/** How often a request is sent again whose answer was lost. */
const REPEATS = 2;

/**
 * Asks for a deployment. Where the answer is lost the request is sent again, because the server answers with the
 * deployment that there is by then; not so with `forceNew`, which would make a second one.
 * @returns The deployment, or the SHA-1 of each file that has to be uploaded first.
 * @throws {FairleadError} The server did not take it.
 * @see https://vercel.com/docs/rest-api/deployments/create-a-new-deployment
 */
export async function askForDeployment(
  core: Core,
  input: CreateDeploymentInput,
  signal: AbortSignal | undefined,
): Promise<{ made: CreateDeploymentData } | { missing: readonly string[]; refusal: unknown }> {
  for (let repeats = input.forceNew === "1" ? 0 : REPEATS; ; repeats--) {
    try {
      return { made: await createDeployment(core, input, signal && { signal }) };
    } catch (error) {
      const missing = missingFiles(error);
      if (missing) return { missing, refusal: error };
      if (!repeats || !isUnclear(error)) throw error;
    }
  }
}

/**
 * Whether a deployment may have been made although the call failed: its answer was lost, or came from a proxy. What the
 * server has surely not seen is not unclear, and the client has sent it again already.
 */
function isUnclear(error: unknown): boolean {
  const isLost = (isTransportError(error) && !isAbortedError(error)) || isDecodeError(error) || isServerError(error);
  return isLost && !error.retryable;
}

/** What a refusal says is missing; `undefined` where it is no such refusal, or names nothing. */
function missingFiles(error: unknown): readonly string[] | undefined {
  if (!isBadRequestError(error)) return undefined;
  const { code, missing } = Object(Object(error.body).error) as { code?: unknown; missing?: unknown };
  const isList = code === "missing_files" && Array.isArray(missing) && missing.length > 0;
  return isList ? [...new Set(missing as string[])] : undefined;
}
