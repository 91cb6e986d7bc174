import type { components } from "../../generated/schema.ts";
import type { Team } from "../entities.ts";

type TeamPatch = components["schemas"]["TeamPatch"];
type Expiration = components["schemas"]["DeploymentExpiration"];

/** Rules of which a team shows since when they stand as they do. */
const rules = [
  "strictDeploymentProtectionSettings",
  "strictShareableLinks",
  "strictPasswordProtectionSettings",
  "strictConnectors",
] as const;

/** Settings that a text in place of an object takes away. */
const removable = ["deploymentPolicy", "nsnbConfig", "defaultProjectJobs"] as const;

/** Settings that are kept as they were given. */
const plain = [
  ...(["slug", "name", "description", "avatar", "emailDomain", "previewDeploymentSuffix"] as const),
  ...(["enablePreviewFeedback", "enableProductionFeedback", "sensitiveEnvironmentVariablePolicy"] as const),
  ...(["disjunctiveProductionSecretPolicy", "hideIpAddresses", "hideIpAddressesInLogDrains"] as const),
  ...(["dpAccessRequestsMode", "requireVerifiedCommits", "disableRepositoryDispatchEvents"] as const),
] as const;

/**
 * What the members of a team become by a request: those that it does not name stay, objects are merged member by member,
 * and members that it may not set, such as `billing`, are passed over. Passwords are never kept, because no answer has
 * them.
 * @param now - Time of the change, in milliseconds since 1970-01-01 UTC.
 */
export function teamSettings(old: Team, given: TeamPatch, now: number): Readonly<Record<string, unknown>> {
  const settings: Record<string, unknown> = {};
  for (const name of plain) if (given[name] !== undefined) settings[name] = given[name];
  for (const name of rules) {
    const rule = given[name];
    if (rule !== undefined) settings[name] = { enabled: rule.enabled, updatedAt: now };
  }
  for (const name of removable) {
    const setting = given[name];
    if (setting !== undefined) settings[name] = typeof setting === "string" ? undefined : { ...setting };
  }
  const { saml, remoteCaching, defaultDeploymentProtection: protection, defaultPassport, resourceConfig } = given;
  if (saml !== undefined) settings.saml = { enforced: false, ...old.saml, ...saml };
  if (remoteCaching !== undefined) settings.remoteCaching = { ...old.remoteCaching, ...remoteCaching };
  if (resourceConfig !== undefined) settings.resourceConfig = { ...old.resourceConfig, ...resourceConfig };
  if (defaultPassport !== undefined)
    settings.defaultPassport = defaultPassport && { deploymentType: "all", ...defaultPassport };
  if (protection !== undefined)
    settings.defaultDeploymentProtection = { ...old.defaultDeploymentProtection, ...shownProtection(protection) };
  if (given.defaultExpirationSettings !== undefined)
    settings.defaultExpirationSettings = expirationOf(old.defaultExpirationSettings, given.defaultExpirationSettings);
  return settings;
}

function shownProtection({
  passwordProtection: password,
  ssoProtection: sso,
}: NonNullable<TeamPatch["defaultDeploymentProtection"]>): Readonly<Record<string, unknown>> {
  return {
    ...(password !== undefined && { passwordProtection: { deploymentType: password.deploymentType } }),
    ...(sso !== undefined && { ssoProtection: sso && { deploymentType: sso.deploymentType ?? "preview" } }),
  };
}

/** Days of a year, a month of 30, a week and a day. */
const daysOf = { y: 365, m: 30, w: 7, d: 1 };

/** The names of times as days; `unlimited` takes a limit away. How the server counts months is not known. */
function expirationOf(old: Expiration = {}, given: NonNullable<TeamPatch["defaultExpirationSettings"]>): Expiration {
  const named = {
    expirationDays: given.expiration,
    expirationDaysProduction: given.expirationProduction,
    expirationDaysCanceled: given.expirationCanceled,
    expirationDaysErrored: given.expirationErrored,
  };
  const next = { deploymentsToKeep: 10, ...old, ...Object.fromEntries(daysIn(named)) };
  return Object.fromEntries(Object.entries(next).filter(([, days]) => days !== undefined));
}

function daysIn(named: Readonly<Record<string, string | undefined>>): [string, number | undefined][] {
  return Object.entries(named).flatMap(([member, name]) => {
    if (name === undefined) return [];
    const unit = daysOf[name.slice(-1) as keyof typeof daysOf];
    return [[member, name === "unlimited" ? undefined : Number.parseInt(name, 10) * unit]];
  });
}
