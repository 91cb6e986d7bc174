import type { User } from "../entities.ts";

/**
 * The first user of every session: whoever sends a token that nobody made is it. It works for a team, and has an account
 * of its own.
 */
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

/** The second user, who is in the team of the first and may do less there. */
export const lampkeeper: User = {
  ...deckhand,
  id: "5d7e2a90c41b8f3e6a0d9b42",
  email: "lampkeeper@example.com",
  name: "Lampkeeper",
  username: "lampkeeper",
  createdAt: Date.parse("2025-11-01T06:00:00Z"),
  stagingPrefix: "lampkeeper",
};

/** The users of every session. */
export const users: readonly User[] = [deckhand, lampkeeper];
