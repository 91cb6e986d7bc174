import type { Random, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { Account } from "../account.ts";
import type { Project } from "../entities.ts";
import { keepEnvVar } from "../env/keep-env-var.ts";
import { vercelRefusal } from "../refusal.ts";
import { connectRepository } from "./connect-repository.ts";
import { checkProjectName } from "./project-name.ts";
import { settingsOf } from "./project-settings.ts";

/** A project as a request describes it. */
export type NewProject = components["schemas"]["NewProject"];

/** What it takes to store a project. */
export interface Making {
  readonly store: Store;
  readonly random: Random;
  readonly clock: { now(): number };
}

/** What functions run on unless a project says otherwise, as the document has it too. */
const usual = { resourceConfig: { functionDefaultRegions: ["iad1"] } };

/**
 * Stores a project of an account, and the variables that it begins with: all of it or nothing.
 * @throws {Refusal} 400, its name, its repository or a variable is not as it must be; 409 `conflict`, the account has a
 *   project of this name.
 */
export function makeProject(making: Making, { accountId, user }: Account, given: NewProject): Project {
  const { name, environmentVariables = [], gitRepository, ...settings } = given;
  const { store } = making;
  checkProjectName(store, accountId, name);
  return store.attempt(() => {
    const project = store.create("Project", {
      ...settingsOf(usual, settings),
      ...(gitRepository !== undefined && { link: connectRepository(making, gitRepository) }),
      name,
      accountId,
    }) as Project;
    for (const { target, type = "encrypted", ...variable } of environmentVariables) {
      const made = keepEnvVar({ store, project, user }, { ...variable, type, target: [target].flat() });
      if ("error" in made) throw vercelRefusal(400, made.error.code, made.error.message, { key: made.error.key });
    }
    return project;
  });
}
