import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of the user, teams, projects and their environment variables. */
export const projects: Record<string, Expected> = {
  getUser: { call: (vc) => vc.user.get(), method: "GET", url: "/v2/user" },
  listTeams: {
    call: (vc) => vc.teams.list(inputs.listTeams),
    method: "GET",
    url: "/v2/teams?limit=100&since=1793491200000&until=1793797200000",
  },
  getTeam: { call: (vc) => vc.teams.get(inputs.getTeam), method: "GET", url: "/v2/teams/acme?slug=acme" },
  listProjects: {
    call: (vc) => vc.projects.list(inputs.listProjects),
    method: "GET",
    url:
      "/v10/projects?teamId=team_1a79a4d60de6718e8e5b326e&limit=100&from=1793620800000&search=harbour%20%26%20co" +
      "&repo=harbour-site&repoUrl=https%3A%2F%2Fgit.example.com%2Facme%2Fharbour-site%3Fref%3Dmain%23top" +
      "&gitForkProtection=1&deprecated=false&buildQueueConfiguration=WAIT_FOR_NAMESPACE_QUEUE",
  },
  createProject: {
    call: (vc) => vc.projects.create(inputs.createProject),
    method: "POST",
    url: "/v11/projects?slug=acme",
    ...json({
      name: "harbour-site",
      framework: "nextjs",
      rootDirectory: null,
      gitRepository: { type: "github", repo: "acme/harbour-site" },
      environmentVariables: [
        { key: "HARBOUR_CITY", value: "Hamburg", type: "plain", target: ["production", "preview"] },
      ],
      resourceConfig: { functionDefaultRegions: ["iad1"], functionDefaultTimeout: 900 },
    }),
  },
  getProject: {
    call: (vc) => vc.projects.get(inputs.getProject),
    method: "GET",
    url: "/v9/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  updateProject: {
    call: (vc) => vc.projects.update(inputs.updateProject),
    method: "PATCH",
    url: "/v9/projects/harbour-site?slug=acme",
    ...json({
      buildCommand: "npm run build",
      outputDirectory: null,
      nodeVersion: "24.x",
      ssoProtection: null,
      passwordProtection: { deploymentType: "preview", password: "Fähre 7" },
      staticIps: { enabled: false },
    }),
  },
  deleteProject: {
    call: (vc) => vc.projects.delete(inputs.deleteProject),
    accept: "*/*",
    method: "DELETE",
    url: "/v9/projects/tide-table?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  listEnvVars: {
    call: (vc) => vc.env.list(inputs.listEnvVars),
    method: "GET",
    url:
      "/v10/projects/harbour-site/env?teamId=team_1a79a4d60de6718e8e5b326e&decrypt=true" +
      "&gitBranch=tides%2F%C3%A4%20%26%20co&source=vercel-cli%3Aenv%3Als",
  },
  createEnvVars: {
    call: (vc) => vc.env.create(inputs.createEnvVars),
    method: "POST",
    url: "/v10/projects/harbour-site/env?upsert=true",
    ...json([
      { key: "TIDE_API_KEY", value: "not-a-real-key", type: "encrypted", target: ["preview"], gitBranch: "tides" },
      {
        key: "HARBOUR_CITY",
        value: "Kiel",
        type: "plain",
        customEnvironmentIds: ["env_5Tq9wLx2Nc7Rb4Km"],
        comment: "Baltic",
      },
    ]),
  },
  getEnvVar: {
    call: (vc) => vc.env.get(inputs.getEnvVar),
    method: "GET",
    url: "/v1/projects/harbour-site/env/Xk4mQ9rT2vLb7sNw?slug=acme",
  },
  updateEnvVar: {
    call: (vc) => vc.env.update(inputs.updateEnvVar),
    method: "PATCH",
    url: "/v9/projects/harbour-site/env/Xk4mQ9rT2vLb7sNw",
    headers: { "content-type": "application/json" },
    // The recorder reads bytes as Latin-1: the two bytes of the umlaut stand apart.
    body: '{"value":"LÃ¼beck","gitBranch":null,"target":["production","development"]}',
  },
  deleteEnvVar: {
    call: (vc) => vc.env.delete(inputs.deleteEnvVar),
    method: "DELETE",
    url: "/v9/projects/harbour-site/env/Pz8wC3nH6yJd1fRk?customEnvironmentId=env_5Tq9wLx2Nc7Rb4Km",
  },
  deleteEnvVars: {
    call: (vc) => vc.env.deleteMany(inputs.deleteEnvVars),
    method: "DELETE",
    url: "/v1/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/env",
    ...json({ ids: ["Xk4mQ9rT2vLb7sNw", "Pz8wC3nH6yJd1fRk"] }),
  },
};
