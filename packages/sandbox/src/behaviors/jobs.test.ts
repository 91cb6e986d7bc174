import { expect, it } from "vitest";
import { jobMuseum as museum } from "../../test/job-museum.ts";
import { museumApi } from "../../test/museum-api.ts";
import { museumTables } from "../../test/museum-tables.ts";
import { museumCall, museumOf, start } from "../../test/museum-world.ts";
import type { SandboxApi } from "../api.ts";
import type { JobHook, Members } from "../engine/hook.ts";
import type { Entity } from "../store/store.ts";
import type { JobTable } from "../tables/tables.ts";
import { progressJob, startJob } from "./jobs.ts";

function withHook(hook: JobHook<never>, states: Partial<JobTable["states"]> = {}): SandboxApi {
  const table = museumTables.jobs.export as JobTable;
  const jobs = { export: { ...table, states: { ...table.states, ...states } as JobTable["states"] } };
  return { ...museumApi, tables: { ...museumTables, jobs }, hooks: { jobs: { exportCatalogue: hook } } };
}

const time = (ms: number): string => new Date(start + ms).toISOString();

it("answers with the new job in its first state, with the hook's members", async () => {
  const { session, begin } = museum();
  const job = {
    id: 1,
    status: "queued",
    messages: [],
    data: { wing: "south" },
    createdAt: time(0),
    modifiedAt: time(0),
  };
  expect(await begin()).toEqual(job);
  expect(museumOf(session).store.get("Job", 1)).toEqual(job);
});

it("moves by time, each step stamped with its own time, and fills in the result at the end", async () => {
  const { session, begin, read } = museum();
  await begin();
  session.clock.advance(1500);
  expect(await read()).toMatchObject({ status: "running", modifiedAt: time(1000), data: { wing: "south" } });
  session.clock.advance("PT1M");
  expect(await read()).toMatchObject({
    status: "complete",
    modifiedAt: time(5000),
    data: { titles: ["Clocks"], url: "http://museum.localhost/catalogue/1" },
  });
});

it("takes all steps at once when enough time has passed", async () => {
  const { session, begin, read } = museum();
  await begin();
  session.clock.advance("P1D");
  expect(await read()).toMatchObject({ status: "complete", modifiedAt: time(5000) });
});

it("moves by polls while the clock stands", async () => {
  const { begin, read } = museum();
  await begin();
  const states = [];
  for (let n = 0; n < 6; n += 1) states.push((await read()).status);
  expect(states).toEqual(["queued", "running", "running", "complete", "complete", "complete"]);
});

it("counts polls for the job that is read, and for no other", async () => {
  const { begin, read } = museum();
  await begin();
  await begin("north");
  for (let n = 0; n < 4; n += 1) await read(2);
  expect((await read(2)).status).toBe("complete");
  expect((await read(1)).status).toBe("queued");
});

it("moves all jobs by time when anything is asked, and counts no poll then", async () => {
  const { session, begin } = museum();
  const { jobs, store } = museumOf(session);
  const ask = (): Promise<void> => progressJob(museumCall(session, "listExhibitions"), jobs, museumApi);
  await begin();
  await begin("north");
  for (let n = 0; n < 5; n += 1) await ask();
  expect(store.list("Job").map(({ status }) => status)).toEqual(["queued", "queued"]);
  session.clock.advance(1000);
  await ask();
  expect(store.list("Job").map(({ status }) => status)).toEqual(["running", "running"]);
  session.clock.advance(4000);
  await ask();
  expect(store.list("Job").map(({ status }) => status)).toEqual(["complete", "complete"]);
});

it("is complete in the start answer when its first state takes no time", async () => {
  const { begin } = museum(
    withHook({ start: () => ({}), finish: () => ({}) }, { queued: { next: ["complete"], after: { ms: 0 } } }),
  );
  expect((await begin()).status).toBe("complete");
});

it("starts no job when the hook refuses", async () => {
  const { session, begin } = museum();
  await expect(begin("cellar")).rejects.toMatchObject({ status: 404, message: "The museum has no cellar" });
  expect(museumOf(session).store.list("Job")).toEqual([]);
});

it("needs no hook", async () => {
  const { begin, read } = museum({ ...museumApi, hooks: {} });
  expect(await begin()).toMatchObject({ status: "queued", data: {} });
  for (let n = 0; n < 4; n += 1) await read();
  expect(await read()).toMatchObject({ status: "complete", data: {} });
});

it("fails as planned, with the message of the plan, and only once", async () => {
  const { session, begin, read, plan } = museum();
  plan({ operationId: "exportCatalogue", end: "error", message: "Out of paper" });
  await begin();
  await begin();
  session.clock.advance("PT1M");
  expect(await read(1)).toMatchObject({
    status: "error",
    messages: ["Out of paper"],
    data: {},
    modifiedAt: time(5000),
  });
  expect((await read(2)).status).toBe("complete");
});

it("fails with a message of its own where the plan has none, and by the shortest way", async () => {
  const { session, begin, read, plan } = museum();
  plan({ end: "cancelled" });
  plan({ end: "error" });
  await begin();
  await begin();
  session.clock.advance("PT1M");
  expect(await read(1)).toMatchObject({ status: "cancelled", messages: [], modifiedAt: time(1000) });
  expect(await read(2)).toMatchObject({ status: "error", messages: ["The job came to error, as its plan said"] });
});

it("changes the end of a job that is running", async () => {
  const { begin, read, plan } = museum();
  await begin();
  await read();
  plan({ jobId: 1, end: "error" });
  for (let n = 0; n < 3; n += 1) await read();
  expect((await read()).status).toBe("error");
});

it.each([
  [{ operationId: "listTickets", end: "error" }, "No job is started by listTickets"],
  [{ jobId: 7, end: "error" }, "There is no running job 7"],
  [{ end: "lost" }, '"lost" is no end that the job export can come to; its ends are complete, error, cancelled'],
  [{ end: "running" }, /^"running" is no end/],
])("throws a RangeError for the plan %j", (plan, message) => {
  expect(() => museum().plan(plan)).toThrow(message);
  expect(() => museum().plan(plan)).toThrow(RangeError);
});

it("leaves a job alone that a hook has ended by its state", async () => {
  const { session, begin, read } = museum();
  await begin();
  const { store } = museumOf(session);
  store.update("Job", store.get("Job", 1) as Entity, { status: "error" });
  session.clock.advance("PT1M");
  expect((await read()).status).toBe("error");
  session.clock.advance("P1D");
  expect((await read()).status).toBe("error");
});

it("throws a RangeError for a plan that a running job can't follow any more", async () => {
  const { session, begin, read, plan } = museum();
  await begin();
  session.clock.advance(1000);
  await read();
  expect(() => plan({ jobId: 1, end: "cancelled" })).toThrow(RangeError);
  session.clock.advance(4000);
  await read();
  expect(() => plan({ jobId: 1, end: "complete" })).toThrow("There is no running job 1");
});

it("fails with the message of a hook that throws, and the reading call goes on", async () => {
  const { session, begin, read } = museum();
  await begin("broken");
  session.clock.advance("PT1M");
  expect(await read()).toMatchObject({
    status: "error",
    messages: ["The catalogue could not be printed"],
    data: {},
    modifiedAt: time(5000),
  });
});

it("fails from the state in which it was to finish, not from the one that was read last", async () => {
  const finish = (): Members => {
    throw "no text of an error"; // what a careless hook throws
  };
  const { session, begin, read } = museum(
    withHook(
      { start: () => ({}), finish },
      {
        queued: { next: ["running", "lost"], after: { ms: 1000 } },
        lost: { end: "failure", message: "/messages/0" },
      },
    ),
  );
  await begin();
  session.clock.advance("PT1M");
  expect(await read()).toMatchObject({ status: "error", messages: ["no text of an error"] });
});

it("finishes once, however many read it meanwhile", async () => {
  let finished = 0;
  const finish = async (): Promise<Members> => {
    finished += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { data: { finished } };
  };
  const { session, begin, read } = museum(withHook({ start: () => ({}), finish }));
  await begin();
  session.clock.advance("PT1M");
  const jobs = await Promise.all([read(), read(), read()]);
  expect(jobs.map(({ status, data }) => [status, data])).toEqual(Array(3).fill(["complete", { finished: 1 }]));
});

it("follows a plan that is made while its hook works", async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const finish = async (): Promise<Members> => {
    await gate;
    return {};
  };
  const { session, begin, read, plan } = museum(withHook({ start: () => ({}), finish }));
  await begin();
  session.clock.advance("PT1M");
  const reading = read();
  plan({ jobId: 1, end: "error" });
  release();
  expect((await reading).status).not.toBe("complete");
  expect((await read()).status).toBe("error");
});

it("lets a fork finish a job of its own, and forgets the end of a job that a reset took away", async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const finish = async (): Promise<Members> => {
    await gate;
    return {};
  };
  const api = withHook({ start: () => ({}), finish });
  const { session, begin, read } = museum(api);
  await begin();
  session.clock.advance("PT1M");
  const reading = read();
  await Promise.resolve();
  const snapshot = session.snapshot();
  session.reset();
  release();
  await reading;
  expect(museumOf(session).store.list("Job")).toEqual([]);
  session.restore(snapshot);
  expect((await read()).status).toBe("complete");
});

it("forgets a job whose entity was removed", async () => {
  const { session, begin } = museum();
  const { store, jobs } = museumOf(session);
  await begin();
  store.remove("Job", store.get("Job", 1) as Entity);
  session.clock.advance("PT1M");
  await progressJob(museumCall(session, "listExhibitions"), jobs, museumApi);
  expect(jobs.get("export", 1)).toBeUndefined();
});

it("answers with id and state alone where they stand elsewhere than in the job", async () => {
  const table = museumTables.jobs.export as JobTable;
  const jobs = { export: { ...table, start: { id: "/job/number", state: "/job/state" } } };
  const { begin } = museum({ ...museumApi, tables: { ...museumTables, jobs } });
  expect(await begin()).toEqual({ job: { number: 1, state: "queued" } });
});

it("reads the state where the status answer shows the job under a member", async () => {
  const operations = museumTables.operations.map((operation) =>
    operation.id === "getJob" && operation.resource
      ? { ...operation, resource: { ...operation.resource, result: "/job" } }
      : operation,
  );
  const table = museumTables.jobs.export as JobTable;
  const jobs = { export: { ...table, status: { ...table.status, state: "/job/status" } } };
  const { begin } = museum({ ...museumApi, tables: { ...museumTables, operations, jobs } });
  expect(await begin()).toMatchObject({ status: "queued" });
});

it("throws a RangeError for a job that is not declared", async () => {
  const { session } = museum();
  const call = museumCall(session, "exportCatalogue");
  await expect(startJob(call, "other", museumOf(session).jobs, museumApi)).rejects.toThrow(RangeError);
});

it.each([null, {}, { running: [], plans: [{}] }, { running: [["a", {}]], plans: [] }])(
  "throws a TypeError for %j as saved jobs",
  (json) => {
    expect(() => museumOf(museum().session).jobs.fromJSON(json)).toThrow(TypeError);
  },
);

it("moves jobs by time after they were read from JSON", async () => {
  const { session, begin, read } = museum();
  await begin();
  const { jobs } = museumOf(session);
  jobs.load(jobs.fromJSON(JSON.parse(JSON.stringify(jobs.toJSON(jobs.save())))));
  session.clock.advance(1000);
  await progressJob(museumCall(session, "listExhibitions"), jobs, museumApi);
  expect((await read()).status).toBe("running");
});
