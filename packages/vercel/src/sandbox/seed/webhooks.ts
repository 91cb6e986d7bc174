import type { StoredWebhook } from "../webhooks/stored-webhook.ts";
import { harbourSite } from "./projects.ts";
import { acme, lighthouse } from "./teams.ts";

/** A webhook of the team. Its event is one that the sandbox never sends, so that no session asks for its address. */
const budget: StoredWebhook = {
  id: "account_hook_Hd9sXb4zMf7YtJ1q",
  url: "https://log.example.com/events?from=vercel",
  events: ["budget.reached"],
  ownerId: acme.id,
  accountId: acme.id,
  secret: "fictional-secret-of-budget",
  createdAt: Date.parse("2025-11-02T08:00:00Z"),
  updatedAt: Date.parse("2025-11-02T08:00:00Z"),
};

/** The webhooks of every session: one for all projects, one for a single one, and one of a team that is not the user's. */
export const webhooks: readonly StoredWebhook[] = [
  budget,
  {
    ...budget,
    id: "account_hook_Vt3nQ8xLc2RsKw6p",
    url: "https://hooks.example.com/vercel",
    events: ["firewall.attack", "alerts.triggered"],
    projectIds: [harbourSite.id],
    secret: "fictional-secret-of-alerts",
    createdAt: Date.parse("2025-11-03T08:00:00Z"),
    updatedAt: Date.parse("2025-11-03T08:00:00Z"),
  },
  {
    ...budget,
    id: "account_hook_Qx5mTn2wRb8cLk4z",
    ownerId: lighthouse.id,
    accountId: lighthouse.id,
    secret: "fictional-secret-of-lighthouse",
    createdAt: Date.parse("2025-11-04T08:00:00Z"),
    updatedAt: Date.parse("2025-11-04T08:00:00Z"),
  },
];
