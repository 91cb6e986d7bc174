import type { Team } from "../entities.ts";
import { deckhand } from "./users.ts";

/** The team that the user owns, in which the documents' examples play. */
export const acme: Team = {
  id: "team_1a79a4d60de6718e8e5b326e",
  slug: "acme",
  name: "Acme",
  avatar: null,
  description: "Sites of the harbour",
  creatorId: deckhand.id,
  stagingPrefix: "acme",
  billing: { plan: "pro" },
  remoteCaching: { enabled: true },
  sensitiveEnvironmentVariablePolicy: "default",
  createdAt: Date.parse("2025-11-01T12:00:00Z"),
  updatedAt: Date.parse("2025-11-04T13:00:00Z"),
};

/** A team that the user is not in: what it has is refused or not found. */
export const lighthouse: Team = {
  id: "team_9c2e7b1f4a8d3056e1b2c7f4",
  slug: "lighthouse",
  name: "Lighthouse",
  avatar: null,
  description: null,
  creatorId: "7e1d4c9a2b8f3056a1c4e7d2",
  stagingPrefix: "lighthouse",
  billing: { plan: "hobby" },
  createdAt: Date.parse("2025-11-02T00:00:00Z"),
  updatedAt: Date.parse("2025-11-02T00:00:00Z"),
};

/** The teams of every session. */
export const teams: readonly Team[] = [acme, lighthouse];
