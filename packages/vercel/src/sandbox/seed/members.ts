import type { ProjectMember, TeamMember } from "../entities.ts";
import { harbourSite } from "./projects.ts";
import { acme } from "./teams.ts";
import { deckhand, lampkeeper } from "./users.ts";

/** Who is in the teams: the first user owns one and is in no other. */
export const teamMembers: readonly TeamMember[] = [
  {
    teamId: acme.id,
    uid: deckhand.id,
    email: deckhand.email,
    username: deckhand.username,
    name: "Deckhand",
    role: "OWNER",
    confirmed: true,
    teamPermissions: [],
    joinedFrom: { origin: "teams" },
    createdAt: acme.createdAt,
  },
  {
    teamId: acme.id,
    uid: lampkeeper.id,
    email: lampkeeper.email,
    username: lampkeeper.username,
    name: "Lampkeeper",
    role: "DEVELOPER",
    confirmed: true,
    teamPermissions: ["CreateProject"],
    joinedFrom: { origin: "mail" },
    createdAt: Date.parse("2025-11-02T12:00:00Z"),
  },
];

/** Who was added to projects. */
export const projectMembers: readonly ProjectMember[] = [
  {
    projectId: harbourSite.id,
    uid: lampkeeper.id,
    email: lampkeeper.email,
    username: lampkeeper.username,
    name: "Lampkeeper",
    role: "PROJECT_DEVELOPER",
    createdAt: Date.parse("2025-11-03T12:00:00Z"),
  },
];
