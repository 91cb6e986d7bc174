import { type CallOptions, RequestError } from "@fairlead/runtime";
import type { EnvCalls } from "../env-calls.ts";
import { type EnvPlaceInput, type EnvProject, type EnvTarget, envPlace, envProject } from "../env-place.ts";
import { isEnvUpsertError, type RefusedEnvVar } from "../env-upsert-error.ts";
import { type EnvFileEntry, parseEnvFile } from "../parse-env-file.ts";
import { upsertEnv } from "../upsert-env.ts";
import { type EnvVarType, planPush } from "./plan-push.ts";
import { pruneEnv } from "./prune-env.ts";

/** Where variables go: the environments of a project. Several targets share one variable. */
export interface PushEnvInput extends EnvProject, EnvPlaceInput<EnvTarget | readonly EnvTarget[]> {}

/** Options of {@link pushEnv}. */
export interface PushEnvOptions extends CallOptions {
  /**
   * How values are kept. A sensitive one can never be read again, so it is sent each time.
   * @default that of the variable if it exists, else "encrypted"
   */
  readonly type?: EnvVarType;
  /**
   * Whether variables of these environments that are not in the file are deleted. Those of the system and of
   * integrations stay, and so do all if one of the file was refused.
   * @default false
   */
  readonly prune?: boolean;
  /**
   * Whether nothing is sent that changes something, and the result tells what would be.
   * @default false
   */
  readonly dryRun?: boolean;
}

/** What became of the variables of a file, by their keys. */
export interface PushedEnv {
  /** These environments did not have them. */
  readonly created: readonly string[];
  /** One of the environments had them with another value, of another type, or in a way that nobody can read. */
  readonly updated: readonly string[];
  /** They were there with this value, and were not sent. */
  readonly unchanged: readonly string[];
  /** The server refused them; `line` is theirs in the file. Look here: nothing is thrown for them. */
  readonly failed: readonly (RefusedEnvVar & { readonly line: number })[];
  /** They were taken from these environments, because they are not in the file; none without `prune`. */
  readonly pruned: readonly string[];
  /** They are in the file more than once, on these lines; the last one counts. */
  readonly duplicates: readonly { readonly key: string; readonly lines: readonly number[] }[];
}

/**
 * Sets the variables of a file such as `.env.local`. Only what is new or different is sent. No value is printed, and none
 * is in an error.
 * @param text - The text of the file; see `parseEnvFile`.
 * @throws {EnvFileError} `malformed`: a line is no variable, or can be read in two ways. Nothing was sent.
 * @throws {RequestError} No environment is named; or `prune` is set and the file is empty, which would delete all.
 * @throws {EnvUpsertError} A request failed when some variables were set already.
 * @throws {FairleadError} A request failed.
 */
export async function pushEnv(
  calls: EnvCalls,
  input: PushEnvInput,
  text: string,
  options: PushEnvOptions = {},
): Promise<PushedEnv> {
  const { type, prune = false, dryRun = false, ...call } = options;
  const place = envPlace(input);
  const project = envProject(input);
  const entries = parseEnvFile(text);
  if (prune && entries.length === 0)
    throw new RequestError(undefined, "env: the file has no variables, and prune would delete all; nothing was sent");
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  const { envs } = await calls.list({ ...project, decrypt: "true" }, call);
  const plan = await planPush({ calls, project, place, type, options: call }, envs, [...last.values()]);
  const failed: readonly RefusedEnvVar[] = dryRun
    ? []
    : await upsertEnv(calls, { ...project, variables: plan.variables }, call).then(
        () => [],
        (error: unknown) => {
          // One that was cut off is no result: what it left out may be set or not.
          if (isEnvUpsertError(error) && !error.left.length) return error.failed;
          throw error;
        },
      );
  const refused = new Set(failed.map(({ key }) => key));
  const pruned =
    prune && !failed.length ? await pruneEnv({ calls, project, place, dryRun, options: call }, envs, last) : [];
  return {
    created: plan.created.filter((key) => !refused.has(key)),
    updated: plan.updated.filter((key) => !refused.has(key)),
    unchanged: plan.unchanged,
    failed: failed.map(({ key, code }) => ({ key, code, line: last.get(key)?.line ?? 0 })),
    pruned,
    duplicates: duplicatesOf(entries),
  };
}

function duplicatesOf(entries: readonly EnvFileEntry[]): PushedEnv["duplicates"] {
  const lines = new Map<string, number[]>();
  for (const { key, line } of entries) lines.set(key, [...(lines.get(key) ?? []), line]);
  return [...lines].filter(([, { length }]) => length > 1).map(([key, all]) => ({ key, lines: all }));
}
