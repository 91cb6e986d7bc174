import { expect, test } from "vitest";
import type { OperationFunction } from "../src/operation.ts";
import type { JobRow } from "../src/operation-row.ts";
import { jsonBody } from "../src/request/body.ts";
import { inPath } from "../src/request/place.ts";
import { asJson } from "../src/response/as-json.ts";
import { jobOperation } from "../src/waiters/job-operation.ts";
import type { WaitFunction } from "../src/waiters/wait-function.ts";
import { clientWith, json } from "./support/client.ts";

type JobFunction = OperationFunction & { wait: WaitFunction };

const job: JobRow = {
  name: "printJob",
  start: { id: "/id", state: "/status" },
  status: { operationId: "getPrint", param: "path.id", state: "/status" },
  states: { running: {}, complete: { end: "success", result: ["/data"] } },
  poll: { everyMs: 2000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
  resultKind: "json",
};
// In the order of a document: the status operation stands below the one that names it.
const printTour: JobFunction = jobOperation(
  { id: "printTour", method: "POST", path: "/prints", body: { write: jsonBody }, parse: asJson, job },
  { status: () => getPrint },
);
const getPrint: JobFunction = jobOperation(
  {
    id: "getPrint",
    method: "GET",
    path: "/prints/{id}",
    params: { id: { in: inPath, type: "integer" } },
    parse: asJson,
    job,
  },
  {},
);

test("an operation with a job is called as any other, and has .wait besides", async () => {
  const { core, sent } = clientWith([json({ id: 7 }), json({ id: 7 }), json({ id: 7, status: "complete", data: "a" })]);
  expect(await printTour(core, { body: {} })).toEqual({ id: 7 });
  expect((await printTour.safe(core, { body: {} })).ok).toBe(true);
  expect(await printTour.wait(core, { body: {} }).done()).toBe("a");
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(["/prints", "/prints", "/prints"]);
});

test("a status operation below the one that starts the job is found, and waits for a job itself", async () => {
  const { core, sent } = clientWith([json({ id: 7 }), json({ id: 7, status: "complete", data: "a" })]);
  expect(await printTour.wait(core, { body: {} }).done()).toBe("a");
  expect(await getPrint.wait(core, { id: 8 }).done()).toBe("a");
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(["/prints", "/prints/7", "/prints/8"]);
});

const harbourPrint: JobFunction = jobOperation(
  {
    id: "harbourPrint",
    method: "POST",
    path: "/harbours/{harbour}/prints",
    params: { harbour: { in: inPath, type: "string" } },
    body: { write: jsonBody },
    parse: asJson,
    job: { ...job, status: { ...job.status, operationId: "getHarbourPrint" } },
  },
  { status: () => getHarbourPrint, shared: ["harbour"] },
);
const getHarbourPrint: JobFunction = jobOperation(
  {
    id: "getHarbourPrint",
    method: "GET",
    path: "/harbours/{harbour}/prints/{id}",
    params: { harbour: { in: inPath, type: "string" }, id: { in: inPath, type: "integer" } },
    parse: asJson,
    job: { ...job, status: { ...job.status, operationId: "getHarbourPrint" } },
  },
  { shared: ["harbour"] },
);

test("a status that lies where its job was started is asked for there, in another process too", async () => {
  const running = { id: 7, status: "running" };
  const complete = { id: 7, status: "complete", data: "a" };
  const { core, sent } = clientWith([json(running), json(complete), json(complete), json(running), json(complete)]);
  const job = harbourPrint.wait(core, { harbour: "east", body: {} });
  expect(await job.done()).toBe("a");
  expect(await harbourPrint.wait.resume(core, job.serialize()).done()).toBe("a");
  const other = getHarbourPrint.wait(core, { harbour: "west", id: 8 });
  for await (const _ of other) break;
  expect(await getHarbourPrint.wait.resume(core, other.serialize()).done()).toBe("a");
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
    "/harbours/east/prints",
    "/harbours/east/prints/7",
    "/harbours/east/prints/7",
    "/harbours/west/prints/8",
    "/harbours/west/prints/8",
  ]);
});
