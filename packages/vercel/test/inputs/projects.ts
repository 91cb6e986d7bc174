import type { Inputs } from "./input-of.ts";

/** Inputs of the user, teams, projects and their environment variables. */
export const projects: Pick<
  Inputs,
  | "getUser"
  | "listTeams"
  | "getTeam"
  | "listProjects"
  | "createProject"
  | "getProject"
  | "updateProject"
  | "deleteProject"
  | "listEnvVars"
  | "createEnvVars"
  | "getEnvVar"
  | "updateEnvVar"
  | "deleteEnvVar"
  | "deleteEnvVars"
> = {
  getUser: undefined,
  listTeams: { limit: 100, since: 1793491200000, until: 1793797200000 },
  getTeam: { teamId: "acme", slug: "acme" },
  listProjects: {
    teamId: "team_1a79a4d60de6718e8e5b326e",
    limit: 100,
    from: 1793620800000,
    search: "harbour & co",
    repo: "harbour-site",
    repoUrl: "https://git.example.com/acme/harbour-site?ref=main#top",
    gitForkProtection: "1",
    deprecated: false,
    buildQueueConfiguration: "WAIT_FOR_NAMESPACE_QUEUE",
  },
  createProject: {
    slug: "acme",
    body: {
      name: "harbour-site",
      framework: "nextjs",
      rootDirectory: null,
      gitRepository: { type: "github", repo: "acme/harbour-site" },
      environmentVariables: [
        { key: "HARBOUR_CITY", value: "Hamburg", type: "plain", target: ["production", "preview"] },
      ],
      resourceConfig: { functionDefaultRegions: ["iad1"], functionDefaultTimeout: 900 },
    },
  },
  getProject: { idOrName: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N", teamId: "team_1a79a4d60de6718e8e5b326e" },
  updateProject: {
    idOrName: "harbour-site",
    slug: "acme",
    body: {
      buildCommand: "npm run build",
      outputDirectory: null,
      nodeVersion: "24.x",
      ssoProtection: null,
      passwordProtection: { deploymentType: "preview", password: "Fähre 7" },
      staticIps: { enabled: false },
    },
  },
  deleteProject: { idOrName: "tide-table", teamId: "team_1a79a4d60de6718e8e5b326e" },
  listEnvVars: {
    idOrName: "harbour-site",
    teamId: "team_1a79a4d60de6718e8e5b326e",
    decrypt: "true",
    gitBranch: "tides/ä & co",
    source: "vercel-cli:env:ls",
  },
  createEnvVars: {
    idOrName: "harbour-site",
    upsert: "true",
    body: [
      { key: "TIDE_API_KEY", value: "not-a-real-key", type: "encrypted", target: ["preview"], gitBranch: "tides" },
      {
        key: "HARBOUR_CITY",
        value: "Kiel",
        type: "plain",
        customEnvironmentIds: ["env_5Tq9wLx2Nc7Rb4Km"],
        comment: "Baltic",
      },
    ],
  },
  getEnvVar: { idOrName: "harbour-site", id: "Xk4mQ9rT2vLb7sNw", slug: "acme" },
  updateEnvVar: {
    idOrName: "harbour-site",
    id: "Xk4mQ9rT2vLb7sNw",
    body: { value: "Lübeck", gitBranch: null, target: ["production", "development"] },
  },
  deleteEnvVar: { idOrName: "harbour-site", id: "Pz8wC3nH6yJd1fRk", customEnvironmentId: "env_5Tq9wLx2Nc7Rb4Km" },
  deleteEnvVars: { idOrName: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N", body: { ids: ["Xk4mQ9rT2vLb7sNw", "Pz8wC3nH6yJd1fRk"] } },
};
