import { type Hook, type SandboxApi, startSandbox } from "@fairlead/sandbox";
import type { OpenWorld } from "../../src/laws/world.ts";
import { archiveTables } from "./tables.ts";

const fileLetter: Hook = async (_call, next) => {
  const { status, json } = await next();
  return { status, json: { id: (json as { id: string }).id } };
};
const giveGift: Hook = async (_call, next) => ({ status: (await next()).status, json: null });

/** The archive on the sandbox, with what no declaration says in hooks. */
const archive: SandboxApi = {
  tables: archiveTables,
  seed: {
    Drawer: [{ id: 1 }, { id: 2 }],
    Stamp: [
      { code: "RO-1840", title: "Red one" },
      { code: "BL-1841", title: "Blue two" },
    ],
    Letter: [{ id: "0123456789abcdef0123456789abcdef", drawerId: 1, subject: "Loan of a vase" }],
    Gift: [{ id: 1, giver: "A friend of the house", year: 1790 }],
  },
  hooks: { operations: { fileLetter, giveGift } },
};
const tokens = { archive: ["visitor", "keeper"].map((role) => ({ token: `token-of-${role}`, role })) };

/** Worlds of one sandbox in process: each is a session of its own. */
export async function openArchive(): Promise<{ open: OpenWorld; close(): Promise<void> }> {
  const sandbox = await startSandbox({ apis: { archive }, tokens, listen: false });
  const open: OpenWorld = async () => {
    const session = sandbox.session();
    const api = session.api.archive;
    return {
      fetch: (request) => api.fetch(request),
      origin: api.url,
      token: (role = "keeper") => `token-of-${role}`,
      now: () => session.clock.now(),
      advance: (ms) => session.clock.advance(ms),
      planJob: (plan) => session.jobs.plan(plan),
      entities: (type) => api.store.list(type),
      add: (type, entities) => entities.map((entity) => api.store.create(type, entity)),
      journal: () => session.journal.list(),
      close: () => session.close(),
    };
  };
  return { open, close: () => sandbox.close() };
}
