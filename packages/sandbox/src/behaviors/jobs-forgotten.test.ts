import { expect, it } from "vitest";
import { jobMuseum } from "../../test/job-museum.ts";
import { museumApi } from "../../test/museum-api.ts";
import { museumTables } from "../../test/museum-tables.ts";
import { museumOf } from "../../test/museum-world.ts";
import type { SandboxApi } from "../api.ts";
import type { JobHook } from "../engine/hook.ts";
import type { JobTable } from "../tables/tables.ts";

/** The museum, whose exports are forgotten a minute after they last changed. */
function forgetful(states: Partial<JobTable["states"]> = {}): SandboxApi {
  const table = museumTables.jobs.export as JobTable;
  const jobs = { export: { ...table, states: { ...table.states, ...states } as JobTable["states"], keptMs: 60_000 } };
  return { ...museumApi, tables: { ...museumTables, jobs } };
}

it("is forgotten when its time since the last change is over, and not before", async () => {
  const { session, begin, read } = jobMuseum(forgetful());
  await begin();
  session.clock.advance(5000);
  expect((await read()).status).toBe("complete");
  session.clock.advance(59_999);
  expect((await read()).status).toBe("complete");
  session.clock.advance(1);
  expect(await read()).toBeUndefined();
  expect(museumOf(session).store.list("Job")).toEqual([]);
});

it("ends and is forgotten while nobody looks, and its end has had its effect", async () => {
  const api = forgetful();
  const ended: unknown[] = [];
  const hook: JobHook<never> = {
    start: () => ({}),
    finish({ id }) {
      ended.push(id);
      return {};
    },
  };
  const { session, begin, read } = jobMuseum({ ...api, hooks: { jobs: { exportCatalogue: hook } } });
  await begin();
  session.clock.advance("P1D");
  expect(await read()).toBeUndefined();
  expect(ended).toEqual([1]);
});

it("is forgotten in the middle where it waits longer than it is kept", async () => {
  const { session, begin, read } = jobMuseum(forgetful({ running: { next: ["complete"], after: { polls: 9 } } }));
  await begin();
  session.clock.advance(60_999);
  expect((await read()).status).toBe("running");
  session.clock.advance(1);
  expect(await read()).toBeUndefined();
});

it("is still forgotten in time after a restored snapshot, and can't be planned once it has ended", async () => {
  const { session, begin, read, plan } = jobMuseum(forgetful());
  await begin();
  session.clock.advance(5000);
  await read();
  expect(() => plan({ jobId: 1, end: "error" })).toThrow("There is no running job 1");
  const book = museumOf(session).jobs;
  book.load(book.fromJSON(JSON.parse(JSON.stringify(book.toJSON(book.save())))));
  expect((await read()).status).toBe("complete");
  session.clock.advance(60_000);
  expect(await read()).toBeUndefined();
});
