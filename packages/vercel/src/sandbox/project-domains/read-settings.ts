import type { Store } from "@fairlead/sandbox";
import { needDomainName } from "../domains/need-name.ts";
import type { StoredProjectDomain } from "../domains/stored-domain.ts";
import { vercelRefusal } from "../refusal.ts";

/** What a domain of a project shows. */
export type Settings = Pick<StoredProjectDomain, "redirect" | "redirectStatusCode" | "gitBranch">;

/** Settings as a request gives them; what is left out stays. */
export type GivenSettings = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** A domain that shows production. */
export const production: Settings = { redirect: null, redirectStatusCode: null, gitBranch: null };

/**
 * The settings of a domain after a request.
 * @param about - The domain, and the project that has it or is to get it.
 * @throws {Refusal} 400 `bad_request`: it would redirect and show a branch, or redirect to itself or to a domain that
 * the project does not have; 400 `invalid_name`, it would redirect to what is no domain.
 */
export function readSettings(
  store: Store,
  about: { readonly projectId: string; readonly name: string },
  before: Settings,
  given: GivenSettings,
): Settings {
  const { projectId, name } = about;
  const redirect = typeof given.redirect === "string" ? needDomainName(given.redirect) : given.redirect;
  const { gitBranch = before.gitBranch, redirectStatusCode = before.redirectStatusCode } = given;
  const target = redirect === undefined ? before.redirect : redirect;
  if (target !== null && gitBranch !== null) throw wrong("Give either a redirect or a branch");
  if (redirect === name) throw wrong(`${name} can't redirect to itself`);
  if (typeof redirect === "string" && store.get("ProjectDomain", redirect, { projectId }) === undefined)
    throw wrong(`The project has no domain ${redirect} to redirect to`);
  return { redirect: target, redirectStatusCode: target === null ? null : redirectStatusCode, gitBranch };
}

function wrong(message: string): Error {
  return vercelRefusal(400, "bad_request", message);
}
