import type { AuthToken, Credential } from "../entities.ts";
import { deckhand, lampkeeper } from "./users.ts";

/** A token of the first user, as which every call with an unknown one counts too. */
export const quayToken: AuthToken = {
  id: "9f2c4e6a8b0d1f3a5c7e9b2d",
  userId: deckhand.id,
  name: "Deploys from the quay",
  type: "token",
  origin: "manual",
  prefix: "deck",
  suffix: "oken",
  scopes: [{ type: "user", origin: "manual", createdAt: Date.parse("2025-11-02T00:00:00Z") }],
  activeAt: Date.parse("2025-11-04T13:00:00Z"),
  createdAt: Date.parse("2025-11-02T00:00:00Z"),
};

/** A token of the second user. */
export const lampToken: AuthToken = {
  ...quayToken,
  id: "6e8a0c2d4f6b8d1e3a5c7f90",
  userId: lampkeeper.id,
  name: "Lamps",
  prefix: "lamp",
  createdAt: Date.parse("2025-11-03T00:00:00Z"),
};

/** The listed tokens of every session. */
export const authTokens: readonly AuthToken[] = [quayToken, lampToken];

/** Their secrets: with `lampkeeper-token` a call acts as the second user, with any other that nobody made as the first. */
export const credentials: readonly Credential[] = [
  { token: "deckhand-token", tokenId: quayToken.id, userId: deckhand.id, teamId: null, projectId: null },
  { token: "lampkeeper-token", tokenId: lampToken.id, userId: lampkeeper.id, teamId: null, projectId: null },
];
