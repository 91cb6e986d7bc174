import type { Hooks } from "@fairlead/sandbox";
import { tellReceiver } from "../webhooks/tell-receiver.ts";
import { assignAlias } from "./aliases/assign-alias.ts";
import { deleteAlias } from "./aliases/delete-alias.ts";
import { getAlias } from "./aliases/get-alias.ts";
import { listAliases } from "./aliases/list-aliases.ts";
import { listDeploymentAliases } from "./aliases/list-deployment-aliases.ts";
import { deleteCert } from "./certs/delete-cert.ts";
import { getCert } from "./certs/get-cert.ts";
import { issueCert } from "./certs/issue-cert.ts";
import { listCerts } from "./certs/list-certs.ts";
import { uploadCert } from "./certs/upload-cert.ts";
import { createCheckRun } from "./check-runs/create-check-run.ts";
import { getCheckRun } from "./check-runs/get-check-run.ts";
import { listCheckRuns } from "./check-runs/list-check-runs.ts";
import { updateCheckRun } from "./check-runs/update-check-run.ts";
import { createCustomEnvironment } from "./custom-environments/create-custom-environment.ts";
import { deleteCustomEnvironment } from "./custom-environments/delete-custom-environment.ts";
import { getCustomEnvironment } from "./custom-environments/get-custom-environment.ts";
import { listCustomEnvironments } from "./custom-environments/list-custom-environments.ts";
import { updateCustomEnvironment } from "./custom-environments/update-custom-environment.ts";
import { cancelDeployment } from "./deployments/cancel-deployment.ts";
import { createDeployment, deploymentJob } from "./deployments/create-deployment.ts";
import { deleteDeployment } from "./deployments/delete-deployment.ts";
import { getDeployment } from "./deployments/get-deployment.ts";
import { getDeploymentFile } from "./deployments/get-deployment-file.ts";
import { listDeploymentEvents } from "./deployments/list-deployment-events.ts";
import { listDeploymentFiles } from "./deployments/list-deployment-files.ts";
import { listDeployments } from "./deployments/list-deployments.ts";
import { createDnsRecord } from "./dns/create-dns-record.ts";
import { deleteDnsRecord } from "./dns/delete-dns-record.ts";
import { listDnsRecords } from "./dns/list-dns-records.ts";
import { updateDnsRecord } from "./dns/update-dns-record.ts";
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
import { createProjectMember } from "./project-members/create-project-member.ts";
import { deleteProjectMember } from "./project-members/delete-project-member.ts";
import { listProjectMembers } from "./project-members/list-project-members.ts";
import { createProject } from "./projects/create-project.ts";
import { deleteProject } from "./projects/delete-project.ts";
import { getProject } from "./projects/get-project.ts";
import { listProjects } from "./projects/list-projects.ts";
import { listPromoteAliases } from "./projects/list-promote-aliases.ts";
import { pauseProject } from "./projects/pause-project.ts";
import { promoteDeployment } from "./projects/promote-deployment.ts";
import { rollbackDeployment } from "./projects/rollback-deployment.ts";
import { unpauseProject } from "./projects/unpause-project.ts";
import { updateProject } from "./projects/update-project.ts";
import { updateProtectionBypass } from "./projects/update-protection-bypass.ts";
import { streamRuntimeLogs } from "./runtime-logs/stream-runtime-logs.ts";
import { createSharedEnvVars } from "./shared-env/create-shared-env-vars.ts";
import { deleteSharedEnvVars } from "./shared-env/delete-shared-env-vars.ts";
import { getSharedEnvVar } from "./shared-env/get-shared-env-var.ts";
import { listSharedEnvVars } from "./shared-env/list-shared-env-vars.ts";
import { unlinkSharedEnvVar } from "./shared-env/unlink-shared-env-var.ts";
import { updateSharedEnvVars } from "./shared-env/update-shared-env-vars.ts";
import { deleteTeamMember } from "./team-members/delete-team-member.ts";
import { inviteTeamMember } from "./team-members/invite-team-member.ts";
import { listTeamMembers } from "./team-members/list-team-members.ts";
import { updateTeamMember } from "./team-members/update-team-member.ts";
import { createTeam } from "./teams/create-team.ts";
import { deleteTeam } from "./teams/delete-team.ts";
import { getTeam } from "./teams/get-team.ts";
import { listTeams } from "./teams/list-teams.ts";
import { updateTeam } from "./teams/update-team.ts";
import { createToken } from "./tokens/create-token.ts";
import { deleteToken } from "./tokens/delete-token.ts";
import { getToken } from "./tokens/get-token.ts";
import { listTokens } from "./tokens/list-tokens.ts";
import { getUser } from "./user/get-user.ts";
import { createWebhook } from "./webhooks/create-webhook.ts";
import { deleteWebhook } from "./webhooks/delete-webhook.ts";
import { getWebhook } from "./webhooks/get-webhook.ts";
import { listWebhooks } from "./webhooks/list-webhooks.ts";

/** The logic that no declaration states; the reason of each stands in the document, under `x-behaviors`. */
export const hooks: Hooks = {
  operations: {
    getUser,
    listTeams,
    getTeam,
    createTeam,
    updateTeam,
    deleteTeam,
    listTeamMembers,
    inviteTeamMember,
    updateTeamMember,
    deleteTeamMember,
    listProjectMembers,
    createProjectMember,
    deleteProjectMember,
    listTokens,
    createToken,
    getToken,
    deleteToken,
    listProjects,
    createProject,
    getProject,
    updateProject,
    deleteProject,
    promoteDeployment,
    rollbackDeployment,
    listPromoteAliases,
    pauseProject,
    unpauseProject,
    updateProtectionBypass,
    listEnvVars,
    createEnvVars,
    getEnvVar,
    updateEnvVar,
    deleteEnvVar,
    deleteEnvVars,
    listSharedEnvVars,
    createSharedEnvVars,
    updateSharedEnvVars,
    deleteSharedEnvVars,
    getSharedEnvVar,
    unlinkSharedEnvVar,
    listCustomEnvironments,
    createCustomEnvironment,
    getCustomEnvironment,
    updateCustomEnvironment,
    deleteCustomEnvironment,
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
    listDnsRecords,
    createDnsRecord,
    updateDnsRecord,
    deleteDnsRecord,
    listCerts,
    issueCert,
    uploadCert,
    getCert,
    deleteCert,
    createDeployment,
    listDeployments,
    getDeployment,
    deleteDeployment,
    cancelDeployment,
    listDeploymentEvents,
    listDeploymentFiles,
    getDeploymentFile,
    listAliases,
    getAlias,
    deleteAlias,
    listDeploymentAliases,
    assignAlias,
    uploadFile,
    listCheckRuns,
    createCheckRun,
    getCheckRun,
    updateCheckRun,
    streamRuntimeLogs,
    listWebhooks,
    createWebhook,
    getWebhook,
    deleteWebhook,
  },
  jobs: { createDeployment: deploymentJob },
  webhooks: tellReceiver,
};
