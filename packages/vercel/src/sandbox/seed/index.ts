import type { Seed } from "@fairlead/sandbox";
import { makeAliases } from "./aliases.ts";
import { certificates } from "./certs.ts";
import { checkRuns, checks } from "./check-runs.ts";
import { customEnvironments } from "./custom-environments.ts";
import { makeDeployments } from "./deployments.ts";
import { dnsRecords } from "./dns.ts";
import { domains, projectDomains } from "./domains.ts";
import { envVars } from "./env.ts";
import { makeFiles, type SeedTools, uploadsOf } from "./files.ts";
import { projectMembers, teamMembers } from "./members.ts";
import { projects } from "./projects.ts";
import { sharedEnvVars } from "./shared-env.ts";
import { teams } from "./teams.ts";
import { authTokens, credentials } from "./tokens.ts";
import { users } from "./users.ts";
import { webhooks } from "./webhooks.ts";

/**
 * What every session begins with: the world of the documents' examples, a year earlier, because the clock of a session
 * may begin before their dates and new things must be the newest.
 */
export async function seed(tools: SeedTools): Promise<Seed> {
  const files = await makeFiles(tools);
  const deployments = makeDeployments(files);
  return {
    User: users,
    Team: teams,
    TeamMember: teamMembers,
    AuthToken: authTokens,
    Credential: credentials,
    Project: projects,
    ProjectMember: projectMembers,
    CustomEnvironment: customEnvironments,
    EnvVar: envVars,
    SharedEnvVar: sharedEnvVars,
    Domain: domains,
    ProjectDomain: projectDomains,
    DnsRecord: dnsRecords,
    Certificate: certificates,
    Deployment: deployments,
    Check: checks.map((check) => ({ ...check })),
    CheckRun: checkRuns,
    Alias: makeAliases(deployments).map((alias) => ({ ...alias })),
    Webhook: webhooks,
    File: uploadsOf(files).map((upload) => ({ ...upload })),
  };
}
