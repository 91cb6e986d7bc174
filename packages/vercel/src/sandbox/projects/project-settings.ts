import type { components } from "../../generated/schema.ts";
import type { Project } from "../entities.ts";

/** Settings of a project as a request gives them. */
export type ProjectSettings = Partial<components["schemas"]["ProjectPatch"]>;

/** Members that no request sets, whatever it sends. */
const own = [
  ...["id", "accountId", "createdAt", "updatedAt", "live", "paused", "tier", "link", "gitComments"],
  ...["alias", "targets", "latestDeployments", "env", "defaultResourceConfig", "deploymentExpiration"],
  "customEnvironments",
  ...["lastAliasRequest", "lastRollbackTarget", "rollbackDescription", "movedHosts", "assignedBefore"],
  ...["protectionBypass", "bypassCount"],
];

/**
 * What the members of a project become by settings: those that are left out stay, objects are merged member by member,
 * null takes a protection off. Passwords are never kept, because no answer has them.
 */
export function settingsOf(
  old: Partial<Pick<Project, "resourceConfig" | "oidcTokenConfig" | "defaultResourceConfig" | "staticIps">>,
  given: ProjectSettings,
): Readonly<Record<string, unknown>> {
  const { resourceConfig, oidcTokenConfig, ssoProtection, passwordProtection, ...others } = given;
  const { passport, tracing, staticIps, ...rest } = others;
  const plain = Object.entries(rest).filter(([name, value]) => !own.includes(name) && value !== undefined);
  return {
    ...Object.fromEntries(plain),
    ...(resourceConfig !== undefined && { resourceConfig: { ...old.resourceConfig, ...resourceConfig } }),
    ...(oidcTokenConfig !== undefined && {
      oidcTokenConfig: { enabled: true, issuerMode: "team", ...old.oidcTokenConfig, ...oidcTokenConfig },
    }),
    ...(ssoProtection !== undefined && {
      ssoProtection: ssoProtection && { deploymentType: ssoProtection.deploymentType ?? "preview" },
    }),
    ...(passport !== undefined && { passport: passport && { deploymentType: "all", ...passport } }),
    ...(tracing !== undefined && { tracing: tracing ?? undefined }),
    ...(staticIps !== undefined && { staticIps: { builds: false, regions: [], ...old.staticIps, ...staticIps } }),
    ...(passwordProtection !== undefined && {
      passwordProtection: passwordProtection && { deploymentType: passwordProtection.deploymentType },
    }),
  };
}
