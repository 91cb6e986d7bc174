import {
  AuthenticationError,
  asJson,
  asNothing,
  byLastId,
  byOffset,
  inHeader,
  inPath,
  inQuery,
  type JobStateRow,
  jsonBody,
  type OperationRow,
  type ParamRow,
  xRateLimit,
} from "@fairlead/runtime";
import { multipartBody } from "@fairlead/runtime/files";
import type { JobStateTable, OperationTable } from "@fairlead/sandbox/tables";
import { describe, expect, it } from "vitest";
import type { BundledDocument } from "../src/document.ts";
import { readDeclarations } from "../src/laws/client/declarations.ts";
import { createLawContext } from "../src/laws/law-context.ts";
import { describeRowMutants } from "../src/row-mutants/describe-row-mutants.ts";
import { changeMember, changeRows, type RowMutant } from "../src/row-mutants/row-mutant.ts";
import { rowMutants } from "../src/row-mutants/row-mutants.ts";
import { addUpMutants } from "../src/row-mutants/row-mutants-report.ts";
import { whySame } from "../src/row-mutants/same-to-client.ts";
import { tryRowMutant } from "../src/row-mutants/try-row-mutant.ts";
import { museumDocument } from "./museum/document.ts";
import { openMuseum } from "./museum/server.ts";
import { museumTables } from "./museum/tables.ts";

/** The museum's document with its behaviours, which its tables already hold. */
const document = {
  "x-behaviors": {
    jobs: {
      print: { ...museumTables.jobs.print, poll: { every: "PT1S", factor: 2, max: "PT4S", timeout: "PT1M" } },
    },
  },
  paths: museumTables.operations.reduce<Record<string, Record<string, object>>>((paths, operation) => {
    const { id, path, method, pagination, job, idempotency } = operation;
    const own = Object.values(museumDocument.paths[path] ?? {}).find(({ operationId }) => operationId === id);
    const behaviors = {
      ...(pagination && { "x-pagination": pagination }),
      ...(job && { "x-job": { use: job, result: "/file", resultKind: "file" } }),
      ...(method === "POST" && { "x-idempotent": idempotency ?? false }),
    };
    paths[path] = { ...paths[path], [method.toLowerCase()]: { ...own, operationId: id, ...behaviors } };
    return paths;
  }, {}),
} as unknown as BundledDocument;

const rows = Object.fromEntries(museumTables.operations.map((operation) => [operation.id, rowOf(operation)]));

/** A row as it is generated from a document with these tables. */
function rowOf({
  id,
  method,
  path,
  parameters,
  body,
  rateLimit = "",
  pagination,
  responses,
  ...table
}: OperationTable) {
  const places = { path: inPath, query: inQuery, header: inHeader };
  const params = parameters.map(({ name, in: place, required, schema }): [string, ParamRow] => {
    const type = (schema as { type: ParamRow["type"] }).type;
    return [name, { in: places[place], type, ...(required && { required: true as const }) }];
  });
  const { quota = 0, windowMs = 0 } = museumTables.rateLimits[rateLimit] ?? {};
  const { style, ...pages } = pagination ?? {};
  const row: OperationRow = {
    id,
    method: method as "GET",
    path,
    params: Object.fromEntries(params),
    parse: responses["204"] === undefined ? asJson : asNothing,
    errors: { 401: AuthenticationError },
    rateLimit: { name: rateLimit, quota, windowMs, headers: xRateLimit },
    ...(body && { body: { write: "multipart/form-data" in body.content ? multipartBody : jsonBody, required: true } }),
    ...(pagination && { pagination: { ...pages, ...pagination, walk: style === "offset" ? byOffset : byLastId } }),
    ...jobOf(id, table.job),
    ...(table.idempotency && { idempotent: museumTables.idempotency[table.idempotency]?.header ?? "" }),
  };
  return row;
}

function jobOf(id: string, name: string | undefined): Pick<OperationRow, "job"> {
  const print = museumTables.jobs.print;
  if (print === undefined || (name === undefined && id !== print.status.operationId)) return {};
  const state = (one: JobStateTable): JobStateRow =>
    "end" in one
      ? { end: one.end, ...(one.result && { result: [one.result] }), ...(one.message && { message: [one.message] }) }
      : {};
  const states = Object.fromEntries(Object.entries(print.states).map(([key, one]) => [key, state(one)]));
  const poll = { everyMs: 1000, factor: 2, maxMs: 4000, timeoutMs: 60_000 };
  const result =
    name === undefined ? { resultKind: "json" as const } : { result: ["/file"], resultKind: "file" as const };
  return { job: { name: "print", start: print.start, status: print.status, states, poll, ...result } };
}

describeRowMutants({ name: "a museum", rows, tables: museumTables, document, world: openMuseum });

describe("the count of row mutants", () => {
  const context = createLawContext({ tables: museumTables, document, seed: 42, exhaustive: false });
  const subject = { declarations: readDeclarations(document) };
  const mutants = rowMutants({ rows, context });
  const find = (subjectName: string, what: string): RowMutant => {
    const found = mutants.find((one) => one.subject === subjectName && one.what === what);
    if (found === undefined) throw new RangeError(`There is no mutant ${subjectName}: ${what}.`);
    return found;
  };

  it("has every rate class, list, job, key and redirect in it", () => {
    const subjects = new Set(mutants.map(({ aspect, subject: of }) => `${aspect} ${of}`));
    for (const one of [
      "rate class strict",
      "rate class getQuota",
      "pages listVisits",
      "job print",
      "repeats createVisit",
    ])
      expect(subjects).toContain(one);
    expect(new Set(mutants.map(({ subject: of, what }) => `${of}: ${what}`)).size).toBe(mutants.length);
  });

  it("does not call a copy of the rows noticed", async () => {
    const operations = Object.keys(rows);
    const copy = changeRows(rows, operations, (row) => changeMember(row, ["id"], row.id));
    const mutant: RowMutant = { aspect: "pages", subject: "all", what: "nothing", rows: copy, operations };
    expect(copy.listVisits).not.toBe(rows.listVisits);
    expect(await tryRowMutant(mutant, subject, openMuseum, context)).toMatchObject({ law: undefined, said: "" });
    expect(whySame(rows, copy)).toEqual([]);
  });

  it("says what a wrong row did", async () => {
    const outcome = await tryRowMutant(find("strict", "quota 3 -> 4"), subject, openMuseum, context);
    expect(outcome).toMatchObject({
      law: "client_keeps_quota",
      said: expect.stringContaining("1 of 4 requests are refused"),
    });
  });

  it("tells of each mutant that no law notices", async () => {
    const blind = await Promise.all(mutants.map((one) => tryRowMutant(one, subject, openMuseum, context, () => [])));
    const { noticed, total, same, text } = addUpMutants("a museum", rows, blind);
    expect(noticed).toBe(0);
    expect(total + same).toBe(mutants.length);
    expect(text).toContain(`noticed 0 of ${total}`);
    expect(text).toContain("not noticed: strict: quota 3 -> 4");
  });

  it("does not count a case that fails by itself", async () => {
    const broken = async () => {
      throw new Error("no world today");
    };
    const outcome = await tryRowMutant(find("strict", "quota 3 -> 4"), subject, broken, context);
    expect(outcome).toMatchObject({ law: undefined, said: expect.stringContaining("no world today") });
  });

  it.each([
    ["listVisits", "size.default 20 -> 40", "the client never sends the default size"],
    ["print", "state queued -> nothing", "a state without an end is waited through"],
    ["createVisit", "redirects none -> sameOrigin", "redirects of GET and HEAD only"],
  ])("leaves out %s: %s, and says why", (of, what, why) => {
    expect(whySame(rows, find(of, what).rows)?.join()).toContain(why);
  });

  it.each([
    ["listVisits", "size.max 40 -> 80"],
    ["print", "state done -> nothing"],
    ["getExhibit", "redirects none -> sameOrigin"],
    ["createExhibit", "redirects none -> anyHost"],
    ["strict", "quota 3 -> 2"],
  ])("leaves in %s: %s", (of, what) => {
    expect(whySame(rows, find(of, what).rows)).toBeUndefined();
  });
});
