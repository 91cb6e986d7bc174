import { type BundledDocument, type LawWorld, type OpenWorld, readDocument } from "@fairlead/contract";
import { type Entity, type SandboxSession, startSandbox, type Tables } from "@fairlead/sandbox";

export { requests } from "./laws-requests/index.ts";

import vercel from "../src/sandbox/index.ts";

/** The bundled document, which the laws read besides the tables. */
export const document: BundledDocument = readDocument(
  new URL("../../../spec/vercel/dist/openapi.json", import.meta.url),
);

/** What the laws are generated from. */
export const tables: Tables = vercel.tables;

/** Worlds of one sandbox: each is a session of its own, reached in process or over HTTP. */
export async function openWorlds(
  way: "in process" | "over HTTP",
): Promise<{ open: OpenWorld; close(): Promise<void> }> {
  const listen = way === "over HTTP";
  const sandbox = await startSandbox({ apis: { vercel }, listen, answers: listen ? "report" : "throw" });
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
  store.create("ProjectDomain", { ...shown, name: "staging.example.com", customEnvironmentId: "env_staging" });
  const project = store.list("Project", { name: "tide-table" })[0];
  const domain = store.get("Domain", "example.com");
  const variable = store.list("EnvVar")[0];
  for (let spare = 1; spare <= 16; spare += 1) {
    store.create("Domain", { ...domain, id: `spare-${spare}`, name: `spare-${spare}.example` });
    const { id: projectId } = store.create("Project", { ...project, id: undefined, name: `spare-${spare}` });
    store.create("EnvVar", { ...variable, id: undefined, projectId });
  }
  const sent = store.get("Domain", "example.org");
  const moveOut = { accountId: domain?.accountId, token: "move-in-token-of-example-org" };
  if (sent !== undefined) store.update("Domain", sent, { moveOut });
  return session;
}

/** The account that all requests are for: the world is what it has, and what others have must never show. */
export const parameters = { "query.slug": "acme" };

function worldOf(session: SandboxSession<{ vercel: typeof vercel }>, listen: boolean): LawWorld {
  const api = session.api.vercel;
  const { store } = api;
  const [acme] = store.list("Team", { slug: "acme" });
  const isOwn = ({ accountId, projectId, membership, username }: Entity): boolean =>
    accountId === acme?.id ||
    membership !== undefined ||
    username !== undefined ||
    store.get("Project", String(projectId))?.accountId === acme?.id;
  return {
    fetch: (request) => (listen ? fetch : api.fetch)(request),
    origin: api.url,
    token: () => api.token(),
    now: () => session.clock.now(),
    advance: (ms) => session.clock.advance(ms),
    planJob: (plan) => session.jobs.plan(plan),
    entities: (type) => store.list(type).filter(isOwn),
    add: (type, entities) => entities.map((entity) => store.create(type, entity)),
    journal: () => session.journal.list(),
    close: () => session.close(),
  };
}
