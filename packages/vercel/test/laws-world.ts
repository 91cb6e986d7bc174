import { type BundledDocument, type LawWorld, type OpenWorld, readDocument, type WorldTold } from "@fairlead/contract";
import { type Entity, type SandboxSession, startSandbox, type Tables } from "@fairlead/sandbox";

export { requests } from "./laws-requests/index.ts";

import vercel from "../src/sandbox/index.ts";
import { addOfUser, spareOf, stockAccount } from "./laws-account.ts";

/** The bundled document, which the laws read besides the tables. */
export const document: BundledDocument = readDocument(
  new URL("../../../spec/vercel/dist/openapi.json", import.meta.url),
);

/** What the laws are generated from. */
export const tables: Tables = vercel.tables;

/** What was posted, by address. */
const posted = new Map<string, WorldTold[]>();

/** Takes every event, and keeps it in place of a receiver. */
const keep: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const told = { headers: Object.fromEntries(request.headers), body: await request.text() };
  posted.set(request.url, [...(posted.get(request.url) ?? []), told]);
  return new Response(null, { status: 204 });
};

/** Worlds of one sandbox: each is a session of its own, reached in process or over HTTP. */
export async function openWorlds(
  way: "in process" | "over HTTP",
): Promise<{ open: OpenWorld; close(): Promise<void> }> {
  const listen = way === "over HTTP";
  const sandbox = await startSandbox({
    apis: { vercel },
    listen,
    answers: listen ? "report" : "throw",
    webhookFetch: keep, // laws make webhooks whose addresses nobody has
  });
  const open: OpenWorld = async () => worldOf(stocked(sandbox.session()), listen);
  return { open, close: () => sandbox.close() };
}

/**
 * The world, with what no declared operation makes: domains of a project with each setting, one on its way to the team,
 * and more of what laws would run out of that delete at random.
 */
function stocked(session: SandboxSession<{ vercel: typeof vercel }>): SandboxSession<{ vercel: typeof vercel }> {
  const { store } = session.api.vercel;
  const shown = store.get("ProjectDomain", "harbour.example.com");
  store.create("ProjectDomain", { ...shown, name: "tides.example.com", gitBranch: "tides" });
  store.create("ProjectDomain", { ...shown, name: "staging.example.com", customEnvironmentId: "env_5Tq9wLx2Nc7Rb4Km" });
  const project = store.list("Project", { name: "tide-table" })[0];
  const domain = store.get("Domain", "example.com");
  const variable = store.list("EnvVar")[0];
  const environment = store.list("CustomEnvironment")[0];
  const sharedVariable = store.list("SharedEnvVar")[0];
  const webhook = store.list("Webhook", { accountId: domain?.accountId })[0];
  const [record] = store.list("DnsRecord", { domain: "example.com", type: "TXT" });
  const certificate = store.list("Certificate", { accountId: domain?.accountId })[0];
  const deployment = store.get("Deployment", "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3");
  const [alias] = store.list("Alias", { alias: "harbour.example.com" });
  const [check] = store.list("Check");
  const [checkRun] = store.list("CheckRun");
  const noHosts = { alias: [], automaticAliases: [], userAliases: [] };
  for (let spare = 1; spare <= 16; spare += 1) {
    store.create("DnsRecord", { ...record, id: undefined, name: `spare-${spare}` });
    store.create("Certificate", { ...certificate, id: undefined });
    store.create("Webhook", { ...webhook, id: undefined });
    store.create("Domain", { ...domain, id: `spare-${spare}`, name: `spare-${spare}.example` });
    const { id: projectId } = store.create("Project", { ...project, id: undefined, name: `spare-${spare}` });
    store.create("EnvVar", { ...variable, id: undefined, projectId });
    const deployed = { ...deployment, ...noHosts, id: undefined, projectId, url: `spare-${spare}.example.app` };
    const { id: deploymentId } = store.create("Deployment", deployed);
    store.create("Alias", { ...alias, uid: undefined, alias: `spare-${spare}.example.com`, deploymentId, projectId });
    const { id: checkId } = store.create("Check", { ...check, id: undefined, projectId });
    store.create("CheckRun", { ...checkRun, id: undefined, checkId, deploymentId, projectId });
    store.create("RuntimeLog", { deploymentId, message: `Line ${spare}` });
    store.create("CustomEnvironment", { ...environment, id: undefined, projectId });
    store.create("SharedEnvVar", { ...sharedVariable, id: undefined, key: `QUAY_OF_${spare}` });
  }
  stockAccount(store);
  const sent = store.get("Domain", "example.org");
  const moveOut = { accountId: domain?.accountId, token: "move-in-token-of-example-org" };
  if (sent !== undefined) store.update("Domain", sent, { moveOut });
  return session;
}

/** The account that all requests are for: the world is what it has, and what others have must never show. */
export const parameters = { "query.slug": "acme" };

/** Kinds that belong to the user and not to the account of the requests. */
const accountTypes = ["Team", "TeamMember", "ProjectMember", "AuthToken"];

function worldOf(session: SandboxSession<{ vercel: typeof vercel }>, listen: boolean): LawWorld {
  const api = session.api.vercel;
  const { store } = api;
  const [acme] = store.list("Team", { slug: "acme" });
  const isOwn = ({ accountId, projectId, deploymentId, membership, username, domain, creator }: Entity): boolean =>
    accountId === acme?.id ||
    membership !== undefined ||
    username !== undefined ||
    (creator !== "system" && store.get("Domain", String(domain))?.accountId === acme?.id) ||
    store.get("Project", String(projectId))?.accountId === acme?.id ||
    store.get("Deployment", String(deploymentId))?.accountId === acme?.id;
  return {
    fetch: (request) => (listen ? fetch : api.fetch)(request),
    origin: api.url,
    token: () => api.token(),
    now: () => session.clock.now(),
    advance: (ms) => session.clock.advance(ms),
    planJob: (plan) => session.jobs.plan(plan),
    entities: (type) => (accountTypes.includes(type) ? spareOf(store, type) : store.list(type).filter(isOwn)),
    add: (type, entities) => entities.map((entity) => addOfUser(store, type, entity)),
    told: async (url) => {
      await session.webhooks.settled();
      return posted.get(url) ?? [];
    },
    journal: () => session.journal.list(),
    close: () => session.close(),
  };
}
