import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MUSEUM, makeFolder, readRows, removeFolder, runCommand } from "./workspace.ts";

let folder: string;
let code: string;
let rows: Record<string, Record<string, unknown>>;

beforeAll(() => {
  folder = makeFolder();
  runCommand(MUSEUM, join(folder, "generated"));
  rows = readRows(join(folder, "generated"));
  code = readFileSync(join(folder, "generated/operations.ts"), "utf8");
});

afterAll(() => removeFolder(folder));

const normal = { name: "normal", quota: 120, windowMs: 60_000, headers: "xRateLimit" };
const id = { in: "inPath", type: "integer", required: true };

describe("the rows, as Node runs them", () => {
  test("there is one per operation, each under its operationId", () => {
    expect(Object.entries(rows).map(([name, row]) => [name, row.id])).toEqual(
      Object.keys(rows).map((name) => [name, name]),
    );
    expect(Object.keys(rows)).toHaveLength(11);
  });

  test("parameters state type and place, and style only where it is not the default", () => {
    expect(rows.listExhibits).toEqual({
      id: "listExhibits",
      method: "GET",
      path: "/v1/exhibits",
      params: {
        limit: { in: "inQuery", type: "integer" },
        skip: { in: "inQuery", type: "integer" },
        tags: { in: "inQuery", type: "array", write: "listValue" },
        colors: { in: "inQuery", type: "array", write: "structuredValue", style: "pipeDelimited" },
        rooms: { in: "inQuery", type: "array", write: "listValue", explode: false },
        filter: { in: "inQuery", type: "object", write: "structuredValue", style: "deepObject" },
        age: { in: "inQuery", type: "any", write: "scalarValue" },
        sort: { in: "inQuery", type: "string" },
        "page-color": { in: "inQuery", type: "string" },
      },
      parse: "asJson",
      errors: { 401: "AuthenticationError" },
      rateLimit: normal,
      pagination: {
        walk: "byOffset",
        param: "skip",
        size: { param: "limit", default: 16, max: 100 },
        items: "/result",
        key: "/id",
        total: "/total",
      },
    });
  });

  test("a path parameter that shares its segment names the place that checks them together", () => {
    const { paths, ...rest } = JSON.parse(readFileSync(MUSEUM, "utf8")) as { paths: Record<string, object> };
    const { "/v1/tours/{id}": tour = {}, ...others } = paths;
    const file = join(folder, "shared.json");
    writeFileSync(file, JSON.stringify({ ...rest, paths: { ...others, "/v1/tours/{id}.json": tour } }));
    runCommand(file, join(folder, "shared"));
    const shared = readRows(join(folder, "shared"));
    expect(shared.getTour?.params).toEqual({ id: { ...id, in: "inSegment", type: expect.any(String) } });
    expect(rows.getTour?.params).toEqual({ id: { ...id, type: expect.any(String) } });
  });

  test("pages by time are walked by the time that the answer gives, and how a server cuts them stays out", () => {
    const museum = JSON.parse(readFileSync(MUSEUM, "utf8"));
    const byTime = { style: "until", param: "skip", items: "/result", key: "/id", at: "/id", next: "/total" };
    museum["x-behaviors"].pagination.normal = { ...byTime, prev: "/total", count: "/total", back: "limit" };
    const file = join(folder, "timed.json");
    writeFileSync(file, JSON.stringify(museum));
    runCommand(file, join(folder, "timed"));
    expect(readRows(join(folder, "timed")).listExhibits?.pagination).toEqual({
      walk: "byCursor",
      param: "skip",
      items: "/result",
      key: "/id",
      next: "/total",
      inclusive: true,
    });
  });

  test("bodies state their kind, and the media type only where it is not the usual one", () => {
    expect(rows.createExhibit?.body).toEqual({ write: "jsonBody", required: true });
    expect(rows.updateExhibit?.body).toEqual({ write: "jsonBody" });
    expect(rows.addPhoto?.body).toEqual({ write: "multipartBody", required: true });
    expect(rows.replaceAudio?.body).toEqual({ write: "binaryBody", mediaType: "audio/mpeg", required: true });
    expect(rows.getTour).not.toHaveProperty("body");
  });

  test("the way of reading follows the declared success bodies", () => {
    const parse = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, row.parse]));
    expect(parse).toMatchObject({ getTour: "asJson", updateExhibit: "asJson", deleteExhibit: "asNothing" });
    expect(parse).toMatchObject({ getAudio: "asBlob", getOpeningHours: "asText", replaceAudio: "asNothing" });
  });

  test("a job is one row for all its operations, in milliseconds, without what only a stand-in needs", () => {
    expect(rows.startTour?.job).toEqual({
      name: "tourJob",
      start: { id: "/id", state: "/status" },
      status: { operationId: "getTour", param: "path.id", state: "/status" },
      states: {
        running: {},
        complete: { end: "success", result: ["/url"] },
        error: { end: "failure", message: ["/note"] },
      },
      poll: { everyMs: 2000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
    });
    expect(rows.getTour?.job).toEqual(rows.startTour?.job);
    expect(code.match(/tourJob: JobRow/g)).toHaveLength(1);
  });

  test("the result of a job stands beside the row of the operation that starts it", () => {
    expect(rows.startTour).toMatchObject({ status: "getTour", result: ["/url", "/data/url"], as: "fileResult" });
    expect(rows.getTour).not.toHaveProperty("as");
    expect(rows.getTour).not.toHaveProperty("result");
  });

  test("idempotency is stated where it is not what the method promises", () => {
    expect(rows.startTour?.idempotent).toBe("Idempotency-Key");
    expect(rows.updateExhibit?.idempotent).toBe(true);
    expect(rows.deleteExhibit?.idempotent).toBe(false);
    expect(rows.createExhibit).not.toHaveProperty("idempotent"); // false is the rule for POST
    expect(rows.getTour).not.toHaveProperty("idempotent");
  });

  test("redirects, secrets and rate classes are passed on", () => {
    expect(rows.getAudio).toEqual({
      id: "getAudio",
      method: "GET",
      path: "/v1/exhibits/{id}/audio",
      params: { id, ticket: { in: "inQuery", type: "string", required: true } },
      parse: "asBlob",
      errors: { 404: "NotFoundError" },
      redirects: "anyHost",
      sensitive: { query: ["ticket"] },
    });
    expect(rows.deleteExhibit?.rateLimit).toMatchObject({ name: "default", windowMs: 86_400_500, exceedStatus: 503 });
  });
});

describe("the source of the rows", () => {
  test("definitions are shared under their own names, or with an ending where a name is taken", () => {
    expect(code.match(/^const \w+: \w+/gm)).toEqual([
      "const normal: RateClassRow",
      "const normalPages: PaginationRow",
      "const defaultRate: RateClassRow",
      "const tourJob: JobRow",
    ]);
    expect(code.match(/rateLimit: normal,/g)).toHaveLength(6);
  });

  test("every operation is a pure export, so that a bundler drops the unused ones", () => {
    expect(
      code.match(
        /^export const (\w+): \w+Function = \/\*#__PURE__\*\/ (operation|listOperation|fileOperation|jobOperation)\(\{/gm,
      ),
    ).toHaveLength(11);
    expect(code).not.toContain("...");
  });

  test("an operation with pages is a list and gets the forms of one, the others do not", () => {
    expect(code.match(/listOperation\(\{\n {2}id: "\w+"/g)).toEqual(['listOperation({\n  id: "listExhibits"']);
    expect(code).toContain('export type ListExhibitsItem = ListExhibitsData["result"][number];\n');
    expect(code).toContain(
      "  (input?: ListExhibitsInput, options?: CallOptions): ListResult<ListExhibitsData, ListExhibitsItem>;\n",
    );
    expect(code.match(/^ {2}(pages|all)\(/gm)).toEqual(["  pages(", "  all(", "  pages(", "  all("]);
    expect(code).not.toContain("byLastId");
  });

  test("an operation with a job is waited for, and so is the one that tells its state", () => {
    expect(code.match(/jobOperation\(\{\n {2}id: "\w+"/g)).toEqual(
      ['jobOperation({\n  id: "getTour"', 'jobOperation({\n  id: "startTour"'].sort(
        (a, b) => code.indexOf(a) - code.indexOf(b),
      ),
    );
    expect(code).toContain("export type StartTourJob = Job<StartTourData | GetTourData, FileResult>;\n");
    expect(code).toContain('export type GetTourJob = Job<GetTourData, (GetTourData["url"] & {})>;\n');
    expect(code.match(/^ {2}readonly wait: \w+;/gm)).toHaveLength(4);
  });

  test("an operation that gives a file can be downloaded, and one that takes a file tells its progress", () => {
    expect(code.match(/fileOperation\(\{\n {2}id: "\w+"/g)).toEqual(['fileOperation({\n  id: "getAudio"']);
    expect(code).toContain("  download(core: Core, input: GetAudioInput, options?: CallOptions): Download;\n");
    const taking = new Set(code.match(/input: \w+Input, options\?: UploadOptions/g));
    expect([...taking].sort()).toEqual([
      "input: AddPhotoInput, options?: UploadOptions",
      "input: ReplaceAudioInput, options?: UploadOptions",
    ]);
  });

  test("imports come each from the entry of the runtime that has it, and name only what is used", () => {
    expect(code.match(/from "[^"]+"/g)).toEqual([
      'from "@fairlead/runtime"',
      'from "@fairlead/runtime/files"',
      'from "@fairlead/runtime/waiters"',
      'from "./schema.ts"',
    ]);
    expect(code).toContain("  asText,\n");
    expect(code).not.toContain("  byLastId,\n");
  });

  test("a comment says what it does, what it burns, what it throws and where that stands", () => {
    expect(code).toContain(`/**
 * List exhibits.
 *
 * Newest first.
 * \\@home they say *\\/ is the end.
 *
 * Each call burns one request of the rate class \`normal\`: 120 requests in 60 s (patron: 240).
 *
 * @throws {AuthenticationError} 401: The ticket is not valid.
 * @throws {RateLimitError} 429: Too many visitors.
 * @throws {ApiError} The museum is closed.
 * @see https://museum.example.com/docs/exhibits
 */
export const listExhibits`);
    expect(code).toContain(` * @throws {UnexpectedStatusError} 303: It moved.
 * @throws {RateLimitError} 503: The museum is closed.
 * @throws {ApiError} The museum is closed.
 * @deprecated The document marks this operation as deprecated.
 */
export const deleteExhibit`);
    expect(code).toContain(" * @throws {NotFoundError} 404: No exhibit has this id.\n");
  });
});

test("the client's members carry the comments of their operations", () => {
  const client = readFileSync(join(folder, "generated/client.ts"), "utf8");
  expect(client).toContain(`   * @deprecated The document marks this operation as deprecated.
   */
  readonly delete: DeleteExhibitMethod;`);
  expect(client).toContain("/** Spoken texts, one per exhibit. */\nexport interface AudioGuidesGroup {");
  expect(client).toContain("      replace: bind<ReplaceAudioMethod>(core, replaceAudio),\n");
});

test("the types state the default and the limits of a parameter", () => {
  const schema = readFileSync(join(folder, "generated/schema.ts"), "utf8");
  expect(schema).toContain("/** @description Exhibits on a page. (default 16, at least 1, at most 100) */\n");
  expect(schema).toContain("/** @description Exhibits to leave out. (default 0) */\n");
  expect(schema).toContain("/** @description (length at least 1) */\n");
});
