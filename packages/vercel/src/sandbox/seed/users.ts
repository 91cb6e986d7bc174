import type { User } from "../entities.ts";

/** The one user of every session: whoever sends a token is it. It works for a team, and has an account of its own. */
export const deckhand: User = {
  id: "5c8a3b2f9d4e1a7b6c0f2e1d",
  email: "deckhand@example.com",
  name: "Deckhand",
  username: "deckhand",
  avatar: null,
  defaultTeamId: "team_1a79a4d60de6718e8e5b326e",
  version: "northstar",
  createdAt: Date.parse("2025-11-01T00:00:00Z"),
  stagingPrefix: "deckhand",
  hasTrialAvailable: false,
  billing: null,
  softBlock: null,
  resourceConfig: { concurrentBuilds: 1 },
};

/** The users of every session. */
export const users: readonly User[] = [deckhand];
