import type { Hooks } from "@fairlead/sandbox";
import { cancelDeployment } from "./deployments/cancel-deployment.ts";
import { createDeployment, deploymentJob } from "./deployments/create-deployment.ts";
import { deleteDeployment } from "./deployments/delete-deployment.ts";
import { getDeployment } from "./deployments/get-deployment.ts";
import { getDeploymentFile } from "./deployments/get-deployment-file.ts";
import { listDeploymentEvents } from "./deployments/list-deployment-events.ts";
import { listDeploymentFiles } from "./deployments/list-deployment-files.ts";
import { listDeployments } from "./deployments/list-deployments.ts";
import { claimDomain } from "./domains/claim-domain.ts";
import { createDomain } from "./domains/create-domain.ts";
import { deleteDomain } from "./domains/delete-domain.ts";
import { getDomain } from "./domains/get-domain.ts";
import { getDomainConfig } from "./domains/get-domain-config.ts";
import { getDomainVerification } from "./domains/get-domain-verification.ts";
import { listDomains } from "./domains/list-domains.ts";
import { updateDomain } from "./domains/update-domain.ts";
import { createEnvVars } from "./env/create-env-vars.ts";
import { deleteEnvVar } from "./env/delete-env-var.ts";
import { deleteEnvVars } from "./env/delete-env-vars.ts";
import { getEnvVar } from "./env/get-env-var.ts";
import { listEnvVars } from "./env/list-env-vars.ts";
import { updateEnvVar } from "./env/update-env-var.ts";
import { uploadFile } from "./files/upload-file.ts";
import { createProjectDomain } from "./project-domains/create-project-domain.ts";
import { deleteProjectDomain } from "./project-domains/delete-project-domain.ts";
import { getProjectDomain } from "./project-domains/get-project-domain.ts";
import { listProjectDomains } from "./project-domains/list-project-domains.ts";
import { moveProjectDomain } from "./project-domains/move-project-domain.ts";
import { updateProjectDomain } from "./project-domains/update-project-domain.ts";
import { verifyProjectDomain } from "./project-domains/verify-project-domain.ts";
import { createProject } from "./projects/create-project.ts";
import { deleteProject } from "./projects/delete-project.ts";
import { getProject } from "./projects/get-project.ts";
import { listProjects } from "./projects/list-projects.ts";
import { updateProject } from "./projects/update-project.ts";
import { getTeam } from "./teams/get-team.ts";
import { listTeams } from "./teams/list-teams.ts";
import { getUser } from "./user/get-user.ts";

/** The logic that no declaration states; the reason of each stands in the document, under `x-behaviors`. */
export const hooks: Hooks = {
  operations: {
    getUser,
    listTeams,
    getTeam,
    listProjects,
    createProject,
    getProject,
    updateProject,
    deleteProject,
    listEnvVars,
    createEnvVars,
    getEnvVar,
    updateEnvVar,
    deleteEnvVar,
    deleteEnvVars,
    listProjectDomains,
    createProjectDomain,
    getProjectDomain,
    updateProjectDomain,
    deleteProjectDomain,
    verifyProjectDomain,
    moveProjectDomain,
    listDomains,
    createDomain,
    getDomain,
    updateDomain,
    deleteDomain,
    getDomainConfig,
    getDomainVerification,
    claimDomain,
    createDeployment,
    listDeployments,
    getDeployment,
    deleteDeployment,
    cancelDeployment,
    listDeploymentEvents,
    listDeploymentFiles,
    getDeploymentFile,
    uploadFile,
  },
  jobs: { createDeployment: deploymentJob },
};
