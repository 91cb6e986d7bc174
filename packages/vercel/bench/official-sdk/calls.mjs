/**
 * One call of each operation of stage 1 by the vendor's SDK, in an order in which what one makes is there for the next.
 * Runs where the SDK is installed.
 * @param sdk - An instance of its class, with its own validation on.
 * @param world - What the server has and no operation makes.
 * @returns Pairs of the vendor's operationId and the call, which gets what was made by others so far.
 */
export function callsOf(sdk, world) {
  const scope = { slug: "acme" };
  const idOrName = "harbour-site";
  const bytes = new TextEncoder().encode("<h1>By the official SDK</h1>");
  const upload = async () => {
    const hash = Buffer.from(await crypto.subtle.digest("SHA-1", bytes)).toString("hex");
    return { xVercelDigest: hash, contentLength: bytes.length, requestBody: bytes };
  };
  const deploy = async (target) => {
    const { xVercelDigest: sha } = await upload();
    const files = [{ file: "index.html", sha, size: bytes.length }];
    return { ...scope, forceNew: "1", requestBody: { name: idOrName, project: idOrName, files, target } };
  };
  const { projects, deployments, domains, teams, environment, dns, certs, aliases, webhooks } = sdk;
  const { authentication: tokens, checksV2: checks, projectMembers: members } = sdk;
  const secret = "not-a-secret";

  return Object.entries({
    // The user and the tokens.
    getAuthUser: () => sdk.user.getAuthUser(),
    createAuthToken: () => tokens.createAuthToken({ requestBody: { name: "of the SDK" } }),
    listAuthTokens: () => tokens.listAuthTokens(),
    getAuthToken: ({ createAuthToken }) => tokens.getAuthToken({ tokenId: createAuthToken.token.id }),
    deleteAuthToken: ({ createAuthToken }) => tokens.deleteAuthToken({ tokenId: createAuthToken.token.id }),
    // Teams and their members.
    getTeams: () => teams.getTeams({ limit: 5 }),
    getTeam: ({ getTeams }) => teams.getTeam({ teamId: getTeams.teams.find(({ slug }) => slug === "acme").id }),
    createTeam: () => teams.createTeam({ slug: "by-the-sdk", name: "By the SDK" }),
    patchTeam: ({ createTeam }) => teams.patchTeam({ teamId: createTeam.id, requestBody: { name: "Changed" } }),
    inviteUserToTeam: ({ getTeam }) =>
      teams.inviteUserToTeam({ teamId: getTeam.id, requestBody: [{ email: "mate@example.com", role: "DEVELOPER" }] }),
    getTeamMembers: ({ getTeam }) => teams.getTeamMembers({ teamId: getTeam.id, limit: 10 }),
    updateTeamMember: ({ getTeam }) =>
      teams.updateTeamMember({ teamId: getTeam.id, uid: world.member, requestBody: { role: "VIEWER" } }),
    // Projects.
    getProjects: () => projects.getProjects({ ...scope, limit: "5" }),
    createProject: () => projects.createProject({ ...scope, requestBody: { name: "by-the-sdk", framework: "nextjs" } }),
    getProject: () => projects.getProject({ ...scope, idOrName }),
    updateProject: () =>
      projects.updateProject({ ...scope, idOrName: "by-the-sdk", requestBody: { buildCommand: "make" } }),
    getProjectMembers: ({ getProject }) => members.getProjectMembers({ ...scope, idOrName: getProject.id, limit: 5 }),
    addProjectMember: ({ getProject }) =>
      members.addProjectMember({
        ...scope,
        idOrName: getProject.id,
        requestBody: { uid: world.member, role: "PROJECT_DEVELOPER" },
      }),
    removeProjectMember: ({ getProject }) =>
      members.removeProjectMember({ ...scope, idOrName: getProject.id, uid: world.member }),
    updateProjectProtectionBypass: ({ createProject }) =>
      projects.updateProjectProtectionBypass({ ...scope, idOrName: createProject.id, requestBody: { generate: {} } }),
    pauseProject: ({ createProject }) => projects.pauseProject({ ...scope, projectId: createProject.id }),
    unpauseProject: ({ createProject }) => projects.unpauseProject({ ...scope, projectId: createProject.id }),
    // Environments and variables.
    createCustomEnvironment: () =>
      environment.createCustomEnvironment({ ...scope, idOrName, requestBody: { slug: "by-the-sdk" } }),
    getProjectsByIdOrNameCustomEnvironments: () =>
      environment.getProjectsByIdOrNameCustomEnvironments({ ...scope, idOrName }),
    getCustomEnvironment: () =>
      environment.getCustomEnvironment({ ...scope, idOrName, environmentSlugOrId: "by-the-sdk" }),
    updateCustomEnvironment: () =>
      environment.updateCustomEnvironment({
        ...scope,
        idOrName,
        environmentSlugOrId: "by-the-sdk",
        requestBody: { description: "Changed" },
      }),
    removeCustomEnvironment: () =>
      environment.removeCustomEnvironment({ ...scope, idOrName, environmentSlugOrId: "by-the-sdk", requestBody: {} }),
    createProjectEnv: () =>
      projects.createProjectEnv({
        ...scope,
        idOrName,
        requestBody: { key: "BY_THE_SDK", value: secret, type: "plain", target: ["preview"] },
      }),
    filterProjectEnvs: () => projects.filterProjectEnvs({ ...scope, idOrName }),
    getProjectEnv: ({ createProjectEnv: { created } }) =>
      projects.getProjectEnv({ ...scope, idOrName, id: created.id ?? created[0].id }),
    editProjectEnv: ({ createProjectEnv: { created } }) =>
      projects.editProjectEnv({ ...scope, idOrName, id: created.id ?? created[0].id, requestBody: { value: "2" } }),
    removeProjectEnv: ({ createProjectEnv: { created } }) =>
      projects.removeProjectEnv({ ...scope, idOrName, id: created.id ?? created[0].id }),
    batchRemoveProjectEnv: ({ filterProjectEnvs: { envs } }) =>
      projects.batchRemoveProjectEnv({ ...scope, idOrName, requestBody: { ids: [envs[0].id] } }),
    createSharedEnvVariable: ({ getProject }) =>
      environment.createSharedEnvVariable({
        ...scope,
        requestBody: {
          evs: [{ key: "SHARED_BY_THE_SDK", value: secret }],
          type: "encrypted",
          target: ["production"],
          projectId: [getProject.id],
        },
      }),
    listSharedEnvVariable: () => environment.listSharedEnvVariable({ ...scope }),
    getSharedEnvVar: ({ createSharedEnvVariable: { created } }) =>
      environment.getSharedEnvVar({ ...scope, id: created[0].id }),
    updateSharedEnvVariable: ({ createSharedEnvVariable: { created } }) =>
      environment.updateSharedEnvVariable({
        ...scope,
        requestBody: { updates: { [created[0].id]: { comment: "Changed" } } },
      }),
    unlinkSharedEnvVariable: ({ createSharedEnvVariable: { created }, getProject }) =>
      environment.unlinkSharedEnvVariable({ ...scope, id: created[0].id, projectId: getProject.id }),
    deleteSharedEnvVariable: ({ createSharedEnvVariable: { created } }) =>
      environment.deleteSharedEnvVariable({ ...scope, requestBody: { ids: [created[0].id] } }),
    // Domains, their records and certificates.
    getDomains: () => domains.getDomains({ ...scope }),
    createOrTransferDomain: () =>
      domains.createOrTransferDomain({ ...scope, requestBody: { name: "sdk-made.com", method: "add" } }),
    getDomain: () => domains.getDomain({ ...scope, domain: "sdk-made.com" }),
    patchDomain: () =>
      domains.patchDomain({ ...scope, domain: "sdk-made.com", requestBody: { op: "update", renew: false } }),
    getDomainConfig: () => domains.getDomainConfig({ ...scope, domain: "example.com" }),
    getDomainVerificationRecord: () => domains.getDomainVerificationRecord({ ...scope, domain: "sdk-made.com" }),
    claimDomainOwnership: () => domains.claimDomainOwnership({ ...scope, domain: world.claimable }),
    createRecord: () =>
      dns.createRecord({
        ...scope,
        domain: "example.com",
        requestBody: { name: "sdk", type: "A", value: "192.0.2.7" },
      }),
    getRecords: () => dns.getRecords({ ...scope, domain: "example.com", limit: "10" }),
    updateRecord: ({ createRecord: { uid } }) =>
      dns.updateRecord({ ...scope, recordId: uid, requestBody: { value: "192.0.2.8" } }),
    removeRecord: ({ createRecord: { uid } }) => dns.removeRecord({ ...scope, domain: "example.com", recordId: uid }),
    issueCert: () => certs.issueCert({ ...scope, requestBody: { cns: ["sdk.example.com"] } }),
    getCerts: () => certs.getCerts({ ...scope }),
    getCertById: ({ issueCert: { id } }) => certs.getCertById({ ...scope, id }),
    uploadCert: () => certs.uploadCert({ ...scope, requestBody: world.cert }),
    removeCert: ({ issueCert: { id } }) => certs.removeCert({ ...scope, id }),
    // Domains of projects.
    addProjectDomain: () =>
      projects.addProjectDomain({ ...scope, idOrName, requestBody: { name: "sdk-site.example.com" } }),
    getProjectDomains: () => projects.getProjectDomains({ ...scope, idOrName }),
    getProjectDomain: () => projects.getProjectDomain({ ...scope, idOrName, domain: "sdk-site.example.com" }),
    updateProjectDomain: () =>
      projects.updateProjectDomain({
        ...scope,
        idOrName,
        domain: "sdk-site.example.com",
        requestBody: { redirect: null },
      }),
    verifyProjectDomain: () => projects.verifyProjectDomain({ ...scope, idOrName, domain: "sdk-site.example.com" }),
    moveProjectDomain: () =>
      projects.moveProjectDomain({
        ...scope,
        idOrName,
        domain: "sdk-site.example.com",
        requestBody: { projectId: "tide-table" },
      }),
    removeProjectDomain: () =>
      projects.removeProjectDomain({ ...scope, idOrName: "tide-table", domain: "sdk-site.example.com" }),
    // Deployments.
    uploadFile: async () => deployments.uploadFile({ ...scope, ...(await upload()) }),
    createDeployment: async () => deployments.createDeployment(await deploy("production")),
    getDeployments: () => deployments.getDeployments({ ...scope }),
    getDeployment: ({ createDeployment: { id } }) =>
      world.untilReady(() => deployments.getDeployment({ ...scope, idOrUrl: id })),
    getDeploymentEvents: ({ createDeployment: { id } }) => deployments.getDeploymentEvents({ ...scope, idOrUrl: id }),
    listDeploymentFiles: ({ createDeployment: { id } }) => deployments.listDeploymentFiles({ ...scope, id }),
    getDeploymentFileContents: ({ createDeployment: { id }, listDeploymentFiles }) =>
      deployments.getDeploymentFileContents({ ...scope, id, fileId: fileIn(listDeploymentFiles) }),
    // The SDK reads a stream as one JSON value when it has ended: it gets one line, and then the deployment is gone.
    getRuntimeLogs: async ({ getProject }) => {
      const { id } = await deployments.createDeployment(await deploy(undefined));
      const [logs] = await Promise.all([
        sdk.logs.getRuntimeLogs({ ...scope, deploymentId: id, projectId: getProject.id }),
        world.writeLog(id).then(() => deployments.deleteDeployment({ ...scope, id })),
      ]);
      return logs;
    },
    createDeploymentCheckRun: ({ createDeployment: { id: deploymentId } }) =>
      checks.createDeploymentCheckRun({ ...scope, deploymentId, requestBody: { checkId: world.check } }),
    listDeploymentCheckRuns: ({ createDeployment: { id: deploymentId } }) =>
      checks.listDeploymentCheckRuns({ ...scope, deploymentId }),
    getDeploymentCheckRun: ({ createDeployment: { id: deploymentId }, createDeploymentCheckRun: { id: checkRunId } }) =>
      checks.getDeploymentCheckRun({ ...scope, deploymentId, checkRunId }),
    updateDeploymentCheckRun: ({
      createDeployment: { id: deploymentId },
      createDeploymentCheckRun: { id: checkRunId },
    }) =>
      checks.updateDeploymentCheckRun({
        ...scope,
        deploymentId,
        checkRunId,
        requestBody: { status: "completed", conclusion: "succeeded" },
      }),
    assignAlias: ({ createDeployment: { id } }) =>
      aliases.assignAlias({ ...scope, id, requestBody: { alias: world.alias } }),
    listAliases: () => aliases.listAliases({ ...scope, limit: 10 }),
    getAlias: ({ assignAlias: { uid } }) => aliases.getAlias({ ...scope, idOrAlias: uid }),
    listDeploymentAliases: ({ createDeployment: { id } }) => aliases.listDeploymentAliases({ ...scope, id }),
    deleteAlias: ({ assignAlias: { uid } }) => aliases.deleteAlias({ ...scope, aliasId: uid }),
    requestRollback: ({ getProject }) =>
      projects.requestRollback({ ...scope, projectId: getProject.id, deploymentId: world.earlier }),
    listPromoteAliases: ({ getProject }) => projects.listPromoteAliases({ ...scope, projectId: getProject.id }),
    requestPromote: ({ getProject, createDeployment: { id } }) =>
      projects.requestPromote({ ...scope, projectId: getProject.id, deploymentId: id }),
    cancelDeployment: async () => {
      const { id } = await deployments.createDeployment(await deploy(undefined));
      return deployments.cancelDeployment({ ...scope, id });
    },
    deleteDeployment: ({ createDeployment: { id } }) => deployments.deleteDeployment({ ...scope, id }),
    // Webhooks.
    createWebhook: () =>
      webhooks.createWebhook({
        ...scope,
        requestBody: { url: "https://hooks.example.com/sdk", events: ["deployment.created"] },
      }),
    getWebhooks: () => webhooks.getWebhooks({ ...scope }),
    getWebhook: ({ createWebhook: { id } }) => webhooks.getWebhook({ ...scope, id }),
    deleteWebhook: ({ createWebhook: { id } }) => webhooks.deleteWebhook({ ...scope, id }),
    // What ends others comes last.
    deleteDomain: () => domains.deleteDomain({ ...scope, domain: "sdk-made.com" }),
    deleteProject: () => projects.deleteProject({ ...scope, idOrName: "by-the-sdk" }),
    removeTeamMember: ({ getTeam }) => teams.removeTeamMember({ teamId: getTeam.id, uid: world.member }),
    deleteTeam: ({ createTeam }) => teams.deleteTeam({ teamId: createTeam.id, requestBody: {} }),
  });
}

/** The id of the first file in a tree, whatever form the answer has. */
function fileIn(tree) {
  const [, id] = /"uid":"(\w+)"/.exec(JSON.stringify(tree)) ?? [];
  return id ?? "no-file";
}
