import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of domains, of projects and of accounts. */
export const domains: Record<string, Expected> = {
  listProjectDomains: {
    call: (vc) => vc.projectDomains.list(inputs.listProjectDomains),
    method: "GET",
    url:
      "/v9/projects/harbour-site/domains?production=true&redirects=false&verified=true&order=ASC&limit=100" +
      "&until=1793867700000&teamId=team_1a79a4d60de6718e8e5b326e",
  },
  createProjectDomain: {
    call: (vc) => vc.projectDomains.create(inputs.createProjectDomain),
    method: "POST",
    url: "/v10/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/domains?slug=acme",
    ...json({ name: "www.harbour.example.com", redirect: "harbour.example.com", redirectStatusCode: 308 }),
  },
  getProjectDomain: {
    call: (vc) => vc.projectDomains.get(inputs.getProjectDomain),
    method: "GET",
    url: "/v9/projects/harbour-site/domains/*.harbour.example.com",
  },
  updateProjectDomain: {
    call: (vc) => vc.projectDomains.update(inputs.updateProjectDomain),
    method: "PATCH",
    url: "/v9/projects/harbour-site/domains/harbour.example.com",
    headers: { "content-type": "application/json" },
    // The recorder reads bytes as Latin-1: the two bytes of the umlaut stand apart.
    body: '{"gitBranch":"night-lights/Ã¤ & co","redirect":null,"redirectStatusCode":null}',
  },
  deleteProjectDomain: {
    call: (vc) => vc.projectDomains.delete(inputs.deleteProjectDomain),
    method: "DELETE",
    url: "/v9/projects/harbour-site/domains/harbour.example.com",
    ...json({ removeRedirects: true }),
  },
  verifyProjectDomain: {
    call: (vc) => vc.projectDomains.verify(inputs.verifyProjectDomain),
    method: "POST",
    url: "/v9/projects/tide-table/domains/tides.example.org/verify?slug=acme",
  },
  moveProjectDomain: {
    call: (vc) => vc.projectDomains.move(inputs.moveProjectDomain),
    method: "POST",
    url: "/v1/projects/harbour-site/domains/harbour.example.com/move",
    ...json({ projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M", gitBranch: null }),
  },
  listDomains: {
    call: (vc) => vc.domains.list(inputs.listDomains),
    method: "GET",
    url: "/v5/domains?limit=20&since=1793779200000&teamId=team_1a79a4d60de6718e8e5b326e",
  },
  createDomain: {
    call: (vc) => vc.domains.create(inputs.createDomain),
    method: "POST",
    url: "/v7/domains",
    ...json({ name: "example.org", method: "move-in", token: "move-in-token-of-example-org" }),
  },
  getDomain: { call: (vc) => vc.domains.get(inputs.getDomain), method: "GET", url: "/v5/domains/example.com" },
  updateDomain: {
    call: (vc) => vc.domains.update(inputs.updateDomain),
    method: "PATCH",
    url: "/v3/domains/example.com",
    ...json({ op: "move-out", destination: "tide-tables" }),
  },
  deleteDomain: {
    call: (vc) => vc.domains.delete(inputs.deleteDomain),
    method: "DELETE",
    url: "/v6/domains/example.org?slug=acme",
  },
  getDomainConfig: {
    call: (vc) => vc.domains.getConfig(inputs.getDomainConfig),
    method: "GET",
    url: "/v6/domains/harbour.example.com/config?projectIdOrName=harbour-site&strict=true",
  },
  getDomainVerification: {
    call: (vc) => vc.domains.getVerification(inputs.getDomainVerification),
    method: "GET",
    url: "/v9/domains/example.org/verification",
  },
  claimDomain: {
    call: (vc) => vc.domains.claim(inputs.claimDomain),
    method: "POST",
    url: "/v9/domains/example.org/claim?teamId=team_1a79a4d60de6718e8e5b326e",
  },
};
