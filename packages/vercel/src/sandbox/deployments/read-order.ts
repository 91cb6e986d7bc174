import type { Call } from "@fairlead/sandbox";
import type { operations } from "../../generated/schema.ts";
import { type Account, accountOf, findProject, notFound } from "../account.ts";
import type { CustomEnvironment, Project } from "../entities.ts";
import type { StoredDeploymentFile } from "../files/deployment-file.ts";
import { type GivenFile, readFiles } from "../files/read-files.ts";
import { checkProjectName } from "../projects/project-name.ts";
import { vercelRefusal } from "../refusal.ts";
import { checkVariables } from "./check-variables.ts";
import type { StoredDeployment, StoredGitSource, StoredSettings } from "./deployment.ts";
import { commitMeta, type GivenGitMetadata, sourceMeta, withCommit } from "./read-git.ts";
import { readTarget, type Target } from "./read-target.ts";

/** A call that deploys. */
export type CreateCall = Call<operations["createDeployment"]>;

/** What a request wants deployed, checked and complete. */
export interface Order {
  readonly account: Account;
  /** Absent where the project of that name is still to be made. */
  readonly project: Project | undefined;
  readonly name: string;
  readonly target: string | null;
  readonly customEnvironment: CustomEnvironment | undefined;
  readonly source: string;
  readonly files: readonly StoredDeploymentFile[] | undefined;
  readonly gitSource: StoredGitSource | undefined;
  readonly branch: string | undefined;
  readonly commit: string | undefined;
  readonly meta: Readonly<Record<string, string>>;
  /** All settings that it is built with, those of the project too. */
  readonly settings: StoredSettings;
  /** The settings that the request has, which a new project keeps. */
  readonly givenSettings: CreateCall["body"]["projectSettings"];
  readonly env: readonly string[];
  readonly buildEnv: readonly string[];
}

/**
 * Reads what a request wants deployed, before anything is stored but bytes.
 * @throws {Refusal} 403, as `accountOf`; 404, the account has no such project or deployment; 400, the rest: what can't
 * stand together, no source at all, settings that a new project needs, variables, and files as `readFiles` says.
 */
export async function readOrder(call: CreateCall): Promise<Order> {
  const { body } = call;
  const account = accountOf(call);
  const sources = [body.files, body.gitSource, body.deploymentId].filter((source) => source !== undefined);
  if (sources.length === 0) throw vercelRefusal(400, "no_files", "The request has no files");
  if (sources.length > 1) throw vercelRefusal(400, "bad_request", "Send one of files, gitSource and deploymentId");
  const again = body.deploymentId === undefined ? undefined : earlier(call, account, body.deploymentId);
  const project = projectOf(call, account, again);
  const name = project?.name ?? body.name;
  if (project === undefined) checkNewProject(call, account);
  const env = checkVariables(body.env);
  const buildEnv = checkVariables(body.build?.env);
  const { target, customEnvironment } = targetOf(call, project, again);
  const files = body.files
    ? await readFiles(call, account.accountId, body.files as readonly GivenFile[])
    : again?.files;
  const given = (body.gitSource as StoredGitSource | undefined) ?? again?.gitSource;
  const gitSource = given && withCommit(given, call.random, again !== undefined && body.withLatestCommit === true);
  const told = body.gitMetadata as GivenGitMetadata | undefined;
  return {
    account,
    project,
    name,
    target,
    customEnvironment,
    source: again ? "redeploy" : (body.source ?? (gitSource ? "git" : "cli")),
    files,
    gitSource,
    branch: gitSource?.ref ?? text(told?.commitRef) ?? again?.branch,
    commit: gitSource?.sha ?? text(told?.commitSha) ?? again?.commit,
    meta: { ...again?.meta, ...commitMeta(told), ...sourceMeta(gitSource), ...body.meta },
    settings: { ...settingsOf(project), ...again?.projectSettings, ...body.projectSettings },
    givenSettings: body.projectSettings,
    env: env.length === 0 ? (again?.env ?? []) : env,
    buildEnv: buildEnv.length === 0 ? (again?.build.env ?? []) : buildEnv,
  };
}

/** Where it goes: where the request says, else where the earlier one went that is deployed again. */
function targetOf(
  { store, body }: CreateCall,
  project: Project | undefined,
  again: StoredDeployment | undefined,
): Target {
  const custom = body.customEnvironmentSlugOrId;
  if (again === undefined || custom || body.target !== undefined)
    return readTarget(store, project, body.target, custom);
  if (again.customEnvironment !== undefined) return readTarget(store, project, undefined, again.customEnvironment.id);
  return { target: again.target, customEnvironment: undefined };
}

function earlier({ store }: CreateCall, { accountId }: Account, id: string): StoredDeployment {
  const found = store.get("Deployment", id, { accountId }) as StoredDeployment | undefined;
  if (found === undefined) throw notFound(`There is no deployment ${id} in this account`);
  return found;
}

function projectOf(
  { store, body }: CreateCall,
  account: Account,
  again: StoredDeployment | undefined,
): Project | undefined {
  if (body.project !== undefined) {
    const named = findProject(store, account, body.project);
    if (named === undefined) throw notFound(`There is no project ${body.project} in this account`);
    return named;
  }
  return findProject(store, account, again?.projectId ?? body.name);
}

/** @throws {Refusal} 400, a project can't have that name, or `missing_project_settings`. */
function checkNewProject({ store, body, query }: CreateCall, { accountId }: Account): void {
  checkProjectName(store, accountId, body.name);
  if (body.projectSettings === undefined && query?.skipAutoDetectionConfirmation !== "1")
    throw vercelRefusal(
      400,
      "missing_project_settings",
      `The project ${body.name} is new, and the request has no projectSettings`,
    );
}

/** The settings of a project that its deployments show. */
function settingsOf(project: Project | undefined): StoredSettings {
  const { framework = null, buildCommand = null, devCommand = null, installCommand = null } = project ?? {};
  const { outputDirectory = null, rootDirectory = null, commandForIgnoringBuildStep = null } = project ?? {};
  const commands = { buildCommand, devCommand, installCommand, outputDirectory, rootDirectory };
  return { framework, ...commands, commandForIgnoringBuildStep, nodeVersion: project?.nodeVersion ?? "22.x" };
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
