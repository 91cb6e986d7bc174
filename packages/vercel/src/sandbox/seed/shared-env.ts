import type { SharedEnvVar } from "../entities.ts";
import { harbourSite, lamp, tideTable } from "./projects.ts";
import { acme, lighthouse } from "./teams.ts";
import { deckhand } from "./users.ts";

const common = {
  applyToAllCustomEnvironments: false,
  customEnvironmentIds: [],
  securityIssues: [],
  createdBy: deckhand.id,
  updatedBy: null,
} satisfies Partial<SharedEnvVar>;

/** The shared variables of every session: two of the team, and one of the team that the user is not in. */
export const sharedEnvVars: readonly SharedEnvVar[] = [
  {
    ...common,
    id: "env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv",
    accountId: acme.id,
    key: "PORT_AUTHORITY",
    value: "Hamburg",
    type: "encrypted",
    target: ["production", "preview"],
    projectId: [harbourSite.id, tideTable.id],
    comment: "Shown at the foot of every page",
    updatedBy: deckhand.id,
    createdAt: Date.parse("2025-11-02T12:00:00Z"),
    updatedAt: Date.parse("2025-11-04T13:00:00Z"),
  },
  {
    ...common,
    id: "env_2Vt9yLq5HsN8fBx4Jc6Wm1Rk",
    accountId: acme.id,
    key: "RADIO_TOKEN",
    value: "not-a-real-token",
    type: "sensitive",
    target: ["production"],
    projectId: [harbourSite.id],
    createdAt: Date.parse("2025-11-03T12:00:00Z"),
    updatedAt: Date.parse("2025-11-03T12:00:00Z"),
  },
  {
    ...common,
    id: "env_6Hk1zFs8DwP4mYc3Qx7Jt9Nb",
    accountId: lighthouse.id,
    key: "LAMP_COLOUR",
    value: "white",
    type: "encrypted",
    target: ["production"],
    projectId: [lamp.id],
    createdBy: lighthouse.creatorId ?? null,
    createdAt: Date.parse("2025-11-02T06:00:00Z"),
    updatedAt: Date.parse("2025-11-02T06:00:00Z"),
  },
];
