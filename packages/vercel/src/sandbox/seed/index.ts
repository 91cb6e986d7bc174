import type { Seed } from "@fairlead/sandbox";
import { makeDeployments } from "./deployments.ts";
import { domains, projectDomains } from "./domains.ts";
import { envVars } from "./env.ts";
import { makeFiles, type SeedTools, uploadsOf } from "./files.ts";
import { projects } from "./projects.ts";
import { teams } from "./teams.ts";
import { users } from "./users.ts";

/**
 * What every session begins with: the world of the documents' examples, a year earlier, because the clock of a session
 * may begin before their dates and new things must be the newest.
 */
export async function seed(tools: SeedTools): Promise<Seed> {
  const files = await makeFiles(tools);
  return {
    User: users,
    Team: teams,
    Project: projects,
    EnvVar: envVars,
    Domain: domains,
    ProjectDomain: projectDomains,
    Deployment: makeDeployments(files),
    File: uploadsOf(files).map((upload) => ({ ...upload })),
  };
}
