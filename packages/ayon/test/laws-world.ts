import { type BundledDocument, type LawWorld, type OpenWorld, readDocument } from "@fairlead/contract";
import { type SandboxSession, startSandbox, type Tables } from "@fairlead/sandbox";

export { requests } from "./laws-requests/index.ts";

import ayon from "../src/sandbox/index.ts";

/** The bundled document, which the laws read besides the tables. */
export const document: BundledDocument = readDocument(new URL("../../../spec/ayon/dist/openapi.json", import.meta.url));

/** What the laws are generated from. */
export const tables: Tables = ayon.tables;

/** What only a service user may do, or do for others: a user of the laws is an administrator. */
const forServices: ReadonlySet<string> = new Set([
  "applyOperations",
  "applyOperationsInBackground",
  "createSession",
  "enroll",
  "updateEvent",
]);

/** A key that nothing has issued stands for the service user of the seed. */
const serviceKey = "key-of-the-render-service";

/** Worlds of one sandbox: each is a session of its own, reached in process or over HTTP. */
export async function openWorlds(
  way: "in process" | "over HTTP",
): Promise<{ open: OpenWorld; close(): Promise<void> }> {
  const listen = way === "over HTTP";
  const sandbox = await startSandbox({ apis: { ayon }, listen, answers: listen ? "report" : "throw" });
  const open: OpenWorld = async () => worldOf(stocked(sandbox.session()), listen);
  return { open, close: () => sandbox.close() };
}

/** The world, with more of what no declared operation makes: laws that delete at random would run out of the seed's. */
function stocked(session: SandboxSession<{ ayon: typeof ayon }>): SandboxSession<{ ayon: typeof ayon }> {
  const { store } = session.api.ayon;
  for (const [type, key] of [
    ["Project", "name"],
    ["Installer", "filename"],
    ["DependencyPackage", "filename"],
  ] as const) {
    const [first] = store.list(type);
    for (let spare = 1; spare <= 8; spare += 1)
      store.create(type, { ...first, [key]: `spare_${spare}`, code: `spare_${spare}` });
  }
  const colleague = store.get("User", "compositor_1");
  for (let spare = 1; spare <= 8; spare += 1)
    store.create("User", { ...colleague, name: `spare_${spare}`, attrib: {}, ownAttrib: [] });
  return session;
}

function worldOf(session: SandboxSession<{ ayon: typeof ayon }>, listen: boolean): LawWorld {
  const api = session.api.ayon;
  return {
    fetch: async (request) => asMeant(await (listen ? fetch : api.fetch)(request)),
    origin: api.url,
    token: () => api.token(),
    credential: (operationId) => (forServices.has(operationId) ? { scheme: "apiKey", value: serviceKey } : undefined),
    now: () => session.clock.now(),
    advance: (ms) => session.clock.advance(ms),
    planJob: (plan) => session.jobs.plan(plan),
    entities: (type) => api.store.list(type),
    add: (type, entities) => entities.map((entity) => api.store.create(type, entity)),
    journal: () => session.journal.list(),
    close: () => session.close(),
  };
}

/**
 * The answer, with the status that it means: a duplicate that only the database notices is answered 500 with the code
 * 409 here, as the document has it, and the laws take any 500 for a failure.
 */
async function asMeant(response: Response): Promise<Response> {
  if (response.status !== 500) return response;
  const text = await response.text();
  const { code } = Object(text === "" ? {} : JSON.parse(text)) as { code?: unknown };
  return new Response(text, { status: code === 409 ? 409 : 500, headers: response.headers });
}
