import { foreignNameservers, nameservers } from "../domains/public-dns.ts";
import type { StoredDomain, StoredProjectDomain } from "../domains/stored-domain.ts";
import { harbourSite, lamp, tideTable } from "./projects.ts";
import { acme, lighthouse } from "./teams.ts";
import { deckhand } from "./users.ts";

/** Who added the domains of the team that the user is not in. */
const keeper = { id: lighthouse.creatorId, username: "keeper", email: "keeper@example.com" };

const foreign = {
  accountId: lighthouse.id,
  teamId: lighthouse.id,
  creator: keeper,
  userId: keeper.id,
  serviceType: "external",
  nameservers: [...foreignNameservers],
  intendedNameservers: [...nameservers],
  suffix: false,
  verified: true,
  echMode: "disabled",
  boughtAt: null,
  expiresAt: null,
} satisfies Partial<StoredDomain>;

/** The domains of every session: one that the team bought, and two of the team that the user is not in. */
export const domains: readonly StoredDomain[] = [
  { ...foreign, id: "2c9e7a31f06b4d58a4c0", name: "example.org", createdAt: Date.parse("2025-11-02T07:00:00Z") },
  { ...foreign, id: "5e81d0b7c94f4a26b3d9", name: "example.net", createdAt: Date.parse("2025-11-02T08:00:00Z") },
  {
    accountId: acme.id,
    id: "7b1f0c4e9a5d42c3b8e6",
    name: "example.com",
    serviceType: "zeit.world",
    nameservers: [...nameservers],
    intendedNameservers: [...nameservers],
    suffix: false,
    verified: true,
    echMode: "auto",
    renew: true,
    creator: { id: deckhand.id, username: deckhand.username, email: deckhand.email },
    userId: deckhand.id,
    teamId: acme.id,
    boughtAt: Date.parse("2025-11-04T08:00:00Z"),
    createdAt: Date.parse("2025-11-04T08:00:00Z"),
    expiresAt: Date.parse("2027-11-04T08:00:00Z"),
    transferredAt: null,
  },
];

const shows = { redirect: null, redirectStatusCode: null, gitBranch: null, customEnvironmentId: null };

/**
 * The domains of the projects. Two of `tide-table` have to be verified, because the other team has their apexes: the
 * record of `ferry.example.net` is set, and that of `tides.example.org` is not.
 */
export const projectDomains: readonly StoredProjectDomain[] = [
  {
    ...shows,
    name: "lamp.example.org",
    apexName: "example.org",
    projectId: lamp.id,
    verified: true,
    createdAt: Date.parse("2025-11-02T09:00:00Z"),
    updatedAt: Date.parse("2025-11-02T09:00:00Z"),
  },
  {
    ...shows,
    name: "harbour.example.com",
    apexName: "example.com",
    projectId: harbourSite.id,
    verified: true,
    createdAt: Date.parse("2025-11-04T08:20:00Z"),
    updatedAt: Date.parse("2025-11-04T08:20:00Z"),
  },
  {
    ...shows,
    name: "www.harbour.example.com",
    apexName: "example.com",
    projectId: harbourSite.id,
    redirect: "harbour.example.com",
    redirectStatusCode: 308,
    verified: true,
    createdAt: Date.parse("2025-11-04T08:35:00Z"),
    updatedAt: Date.parse("2025-11-04T08:35:00Z"),
  },
  {
    ...shows,
    name: "tides.example.org",
    apexName: "example.org",
    projectId: tideTable.id,
    verified: false,
    verification: [
      {
        type: "TXT",
        domain: "_vercel.example.org",
        value: "vc-domain-verify=tides.example.org,3f9b1c7d2a6e4085b9d1",
        reason: "pending_domain_verification",
      },
    ],
    createdAt: Date.parse("2025-11-05T08:20:00Z"),
    updatedAt: Date.parse("2025-11-05T08:20:00Z"),
  },
  {
    ...shows,
    name: "ferry.example.net",
    apexName: "example.net",
    projectId: tideTable.id,
    verified: false,
    verification: [
      {
        type: "TXT",
        domain: "_vercel.example.net",
        value: "vc-domain-verify=ferry.example.net,c2d5e80a7b164f93a6e7",
        reason: "pending_domain_verification",
      },
    ],
    dns: { txt: ["vc-domain-verify=ferry.example.net,c2d5e80a7b164f93a6e7"], cname: "cname.dns.example.net" },
    createdAt: Date.parse("2025-11-05T08:40:00Z"),
    updatedAt: Date.parse("2025-11-05T08:40:00Z"),
  },
];
