import { expect, test } from "vitest";
import { controlPlane } from "./control-world.ts";
import { museumOf } from "./museum-world.ts";

const plan = "/sessions/default/jobs/museum/plan";

test("The next job of an operation is planned", async () => {
  const { ask, sessions } = controlPlane();
  const body = { operationId: "exportCatalogue", end: "error", message: "No paper" };
  expect((await ask("POST", plan, { body })).status).toBe(204);
  const { jobs } = museumOf(sessions.default);
  expect(jobs.takePlan("exportCatalogue", "export")).toEqual({ end: "error", message: "No paper" });
  expect(jobs.takePlan("exportCatalogue", "export")).toBeUndefined();
});

test("A running job is planned by its id, as a number or a text", async () => {
  for (const jobId of [12, "12"]) {
    const { ask, sessions } = controlPlane();
    const { jobs } = museumOf(sessions.default);
    const booked = { job: "export", id: "12", operationId: "exportCatalogue", state: "queued", since: 0, polls: 0 };
    jobs.put(booked);
    expect((await ask("POST", plan, { body: { jobId, end: "cancelled" } })).status).toBe(204);
    expect(jobs.get("export", 12)).toEqual({ ...booked, plan: { end: "cancelled" } });
  }
});

test("Without an operation or a job it is the next one that begins", async () => {
  const { ask, sessions } = controlPlane();
  expect((await ask("POST", plan, { body: { end: "error" } })).status).toBe(204);
  expect(museumOf(sessions.default).jobs.takePlan("exportCatalogue", "export")).toEqual({ end: "error" });
});

test.each([
  [{ operationId: "exportCatalogue", end: "running" }, "/end", "complete, error, cancelled"],
  [{ operationId: "exportCatalogue", end: "toString" }, "/end", "complete, error, cancelled"],
  [{ operationId: "listTickets", end: "error" }, "/operationId", "exportCatalogue does"],
  [{ jobId: 12, end: "error" }, "/jobId", "no running job 12"],
  [{ jobId: 12, operationId: "exportCatalogue", end: "error" }, "/jobId", "stands beside operationId"],
  [{ jobId: true, end: "error" }, "/jobId", "must be string,integer"],
  [{ operationId: "exportCatalogue" }, "", "lacks end"],
])("The plan %j is refused with what is allowed", async (body, pointer, detail) => {
  const { ask, sessions } = controlPlane();
  const { status, json } = await ask("POST", plan, { body });
  expect({ status, errors: json.errors }).toEqual({
    status: 422,
    errors: [{ pointer, detail: expect.stringContaining(detail) }],
  });
  expect(museumOf(sessions.default).jobs.takePlan("exportCatalogue", "export")).toBeUndefined();
});

test("An unknown API is answered with 404", async () => {
  const { status, json } = await controlPlane().ask("POST", "/sessions/default/jobs/zoo/plan", {
    body: { end: "error" },
  });
  expect({ status, type: json.type }).toEqual({ status: 404, type: "urn:sandbox:unknown-api" });
});
