import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of webhooks. */
export const webhooks: Record<string, Expected> = {
  listWebhooks: {
    call: (vc) => vc.webhooks.list(inputs.listWebhooks),
    method: "GET",
    url: "/v1/webhooks?projectId=prj_2Wf8kQx1YpR7mZt4vB9sLc3N&slug=acme",
  },
  createWebhook: {
    call: (vc) => vc.webhooks.create(inputs.createWebhook),
    method: "POST",
    url: "/v1/webhooks?teamId=team_1a79a4d60de6718e8e5b326e",
    ...json({
      url: "https://hooks.example.com/vercel?from=a&b",
      events: ["deployment.succeeded", "project.env-variable.created"],
      projectIds: ["prj_2Wf8kQx1YpR7mZt4vB9sLc3N"],
    }),
  },
  getWebhook: {
    call: (vc) => vc.webhooks.get(inputs.getWebhook),
    method: "GET",
    url: "/v1/webhooks/account_hook_Vt3nQ8xLc2RsKw6p?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  deleteWebhook: {
    call: (vc) => vc.webhooks.delete(inputs.deleteWebhook),
    method: "DELETE",
    url: "/v1/webhooks/account_hook_Vt3nQ8xLc2RsKw6p?slug=acme",
    accept: "*/*",
  },
};
