import type { Store } from "@fairlead/sandbox";
import type { Project } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";

/**
 * Sees that a project of an account may have a name.
 * @param exceptId - Id of the project that is to have it, if it exists.
 * @throws {Refusal} 400 `bad_request`, no project may have it; 409 `conflict`, another project of the account has it.
 * @see https://vercel.com/docs/projects/overview
 */
export function checkProjectName(store: Store, accountId: string, name: string, exceptId?: string): void {
  if (!/^[a-z0-9._-]{1,100}$/.test(name) || name.includes("---"))
    throw vercelRefusal(
      400,
      "bad_request",
      "A project's name has up to 100 small letters, digits, dots, underscores and hyphens, no three hyphens together",
    );
  const namesakes = store.list("Project", { accountId, name }) as readonly Project[];
  if (namesakes.some(({ id }) => id !== exceptId))
    throw vercelRefusal(409, "conflict", `Another project of the account is called ${name}`);
}
