import { type ApiError, type CallOptions, isApiError, RequestError } from "@fairlead/runtime";
import type { components } from "../generated/schema.ts";
import type { EnvCalls, EnvVar } from "./env-calls.ts";
import { type EnvProject, envProject } from "./env-place.ts";
import { EnvUpsertError, type RefusedEnvVar } from "./env-upsert-error.ts";

/** A variable to set. */
export type NewEnvVar = components["schemas"]["NewEnvVar"];

/** Which variables to set, and in which project. */
export interface UpsertEnvInput extends EnvProject {
  /** The variables; those that exist are changed. */
  readonly variables: readonly NewEnvVar[];
}

/** How many go in a request. How many the server takes is not documented; a deployment has no more than these. */
const chunkSize = 100;

/** What became of the variables so far. */
interface Progress {
  readonly created: EnvVar[];
  readonly failed: RefusedEnvVar[];
  /** Those of which it is known. */
  readonly settled: Set<NewEnvVar>;
  /** The first refusal that was an answer by itself. */
  refusal?: unknown;
}

/**
 * Sets variables of a project, whether they exist or not. They go out in chunks of 100, one after another. A variable
 * that is refused does not keep the others: where a whole chunk is refused because of it, the rest is sent again without
 * it, or in halves where the server does not name it.
 * @returns The variables as the server keeps them: encrypted ones without their plain text.
 * @throws {EnvUpsertError} Some were refused, or a request failed when it was known of others.
 * @throws {RequestError} Two of them are for the same key, environment and branch. Nothing was sent.
 * @throws {FairleadError} The first request failed.
 */
export async function upsertEnv(calls: EnvCalls, input: UpsertEnvInput, options?: CallOptions): Promise<EnvVar[]> {
  const { variables } = input;
  checkTwins(variables);
  const progress: Progress = { created: [], failed: [], settled: new Set() };
  const { created, failed, settled } = progress;
  const create = (body: NewEnvVar[]) => calls.create({ ...envProject(input), upsert: "true", body }, options);
  try {
    for (let at = 0; at < variables.length; at += chunkSize)
      await sendChunk(create, variables.slice(at, at + chunkSize), progress);
  } catch (cause) {
    if (settled.size === 0) throw cause;
    const left = keysOf(variables.filter((one) => !settled.has(one)));
    throw new EnvUpsertError({ done: keysOf(created), failed, left }, { cause });
  }
  if (failed.length) throw new EnvUpsertError({ done: keysOf(created), failed, left: [] }, { cause: progress.refusal });
  return created;
}

/** Sends variables until it is known of each. */
async function sendChunk(
  create: (body: NewEnvVar[]) => ReturnType<EnvCalls["create"]>,
  chunk: NewEnvVar[],
  progress: Progress,
): Promise<void> {
  const { created, failed, settled } = progress;
  try {
    const answer = await create(chunk);
    const done = [answer.created ?? []].flat();
    created.push(...done);
    failed.push(...refusals(chunk, done, answer.failed));
    for (const one of chunk) settled.add(one);
    return;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    progress.refusal ??= error;
    const { code, key, envVarKey } = Object(Object(error.body).error);
    const named = chunk.length > 1 ? chunk.filter((one) => one.key === (key ?? envVarKey)) : chunk;
    for (const one of named) {
      failed.push({ key: one.key, code: wordOf(code) });
      settled.add(one);
    }
    const rest = chunk.filter((one) => !settled.has(one));
    const half = named.length ? rest.length : Math.ceil(rest.length / 2);
    for (const part of [rest.slice(0, half), rest.slice(half)])
      if (part.length) await sendChunk(create, part, progress);
  }
}

/** Whether it is because of what was sent. A 403 is one too where it is no matter of the token. */
function isRefusal(error: unknown): error is ApiError {
  if (!isApiError(error)) return false;
  const { code } = Object(Object(error.body).error);
  return [400, 409, 422].includes(error.status) || (error.status === 403 && /^env_/i.test(wordOf(code)));
}

/** A refusal that names no key is of one that was not set and that no other refusal names. */
function refusals(
  chunk: readonly NewEnvVar[],
  done: readonly EnvVar[],
  failures: components["schemas"]["NewEnvVarsResult"]["failed"],
): RefusedEnvVar[] {
  const named = new Set([...keysOf(done), ...failures.map(({ error }) => error.key ?? error.envVarKey)]);
  const open = keysOf(chunk).filter((key) => !named.has(key));
  return failures.map(({ error: { key, envVarKey, code } }) => ({
    key: key ?? envVarKey ?? open.shift() ?? "?",
    code: wordOf(code),
  }));
}

/** A code of the server; what is no word might repeat a value. */
function wordOf(code: unknown): string {
  return typeof code === "string" && /^[\w-]{1,60}$/.test(code) ? code : "unknown";
}

function keysOf(variables: readonly { readonly key: string }[]): string[] {
  return variables.map(({ key }) => key);
}

/** The later one would win or be refused, which is not known; either way one of the two values would get lost. */
function checkTwins(variables: readonly NewEnvVar[]): void {
  const places = new Set<string>();
  for (const { key, target = [], customEnvironmentIds = [], gitBranch } of variables)
    for (const environment of new Set([...target, ...customEnvironmentIds])) {
      const place = JSON.stringify([key, environment, gitBranch ?? ""]);
      if (places.has(place))
        throw new RequestError(undefined, `env: ${key} is there twice for ${environment}; nothing was sent`);
      places.add(place);
    }
}
