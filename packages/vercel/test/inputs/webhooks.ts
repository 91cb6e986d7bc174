import type { Inputs } from "./input-of.ts";

/** Inputs of webhooks. */
export const webhooks: Pick<Inputs, "listWebhooks" | "createWebhook" | "getWebhook" | "deleteWebhook"> = {
  listWebhooks: { projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N", slug: "acme" },
  createWebhook: {
    teamId: "team_1a79a4d60de6718e8e5b326e",
    body: {
      url: "https://hooks.example.com/vercel?from=a&b",
      events: ["deployment.succeeded", "project.env-variable.created"],
      projectIds: ["prj_2Wf8kQx1YpR7mZt4vB9sLc3N"],
    },
  },
  getWebhook: { id: "account_hook_Vt3nQ8xLc2RsKw6p", teamId: "team_1a79a4d60de6718e8e5b326e" },
  deleteWebhook: { id: "account_hook_Vt3nQ8xLc2RsKw6p", slug: "acme" },
};
