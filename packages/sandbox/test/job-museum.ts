import type { SandboxApi } from "../src/api.ts";
import type { JobChoice, JobPlan } from "../src/behaviors/job-book.ts";
import { progressJob, startJob } from "../src/behaviors/jobs.ts";
import type { Session } from "../src/session/session.ts";
import type { Entity } from "../src/store/store.ts";
import { museumApi } from "./museum-api.ts";
import { museumCall, museumOf, museumSessions } from "./museum-world.ts";

/** A session in which a job can be started and looked at. */
export function jobMuseum(api: SandboxApi = museumApi): {
  session: Session;
  begin: (wing?: string) => Promise<Entity>;
  read: (id?: number) => Promise<Entity>;
  plan: (plan: JobChoice & JobPlan) => void;
} {
  const session = museumSessions({ tables: api.tables }).default;
  const { jobs, store } = museumOf(session);
  return {
    session,
    async begin(wing = "south") {
      const call = museumCall(session, "exportCatalogue", { body: { wing }, tables: api.tables });
      return (await startJob(call, "export", jobs, api)).json as Entity;
    },
    async read(id = 1) {
      await progressJob(museumCall(session, "getJob", { path: { id }, tables: api.tables }), jobs, api);
      return store.get("Job", id) as Entity;
    },
    plan: (plan) => jobs.plan(plan),
  };
}
