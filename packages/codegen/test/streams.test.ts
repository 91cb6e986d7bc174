import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MUSEUM, makeFolder, readRows, removeFolder, runCommand, typeCheck } from "./workspace.ts";

const visit = { type: "object", required: ["at"], properties: { at: { type: "integer" }, room: { type: "string" } } };
const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
const common = {
  tags: ["tours"],
  "x-rate-limit": "none",
  "x-evidence": { kind: "assumed", note: "the museum is invented" },
};
const failed = { $ref: "#/components/responses/Failed" };
const lines = (mediaType: string, schema: object) => ({ [mediaType]: { schema } });

/** Operations that give lines: of one kind, of two statuses, beside a value, and bytes that only look like them. */
const paths = {
  "/v1/tours/{id}/visits": {
    parameters: [id],
    get: {
      ...common,
      operationId: "watchVisits",
      "x-method": "watchVisits",
      summary: "Watch the visits of a tour",
      responses: {
        "200": { description: "The visits.", content: lines("application/stream+json", visit) },
        "203": { description: "The same, from afar.", content: lines("application/x-ndjson", { type: "string" }) },
        default: failed,
      },
    },
    post: {
      ...common,
      operationId: "importVisits",
      "x-method": "importVisits",
      summary: "Import visits",
      "x-idempotent": false,
      requestBody: { required: true, content: lines("application/x-ndjson", visit) },
      responses: { "204": { description: "Stored." }, default: failed },
    },
  },
  "/v1/tours/{id}/log": {
    parameters: [id],
    get: {
      ...common,
      operationId: "listLog",
      "x-method": "listLog",
      summary: "List the log of a tour",
      parameters: [{ name: "follow", in: "query", schema: { type: "integer" } }],
      responses: {
        "200": {
          description: "The log.",
          content: {
            ...lines("application/json", { type: "array", items: { type: "string" } }),
            ...lines("application/stream+json", { type: "string" }),
          },
        },
        default: failed,
      },
    },
  },
};

let folder: string;
let code: string;

beforeAll(() => {
  folder = makeFolder();
  const museum = JSON.parse(readFileSync(MUSEUM, "utf8"));
  const document = { ...museum, paths: { ...museum.paths, ...paths } };
  writeFileSync(join(folder, "museum.json"), JSON.stringify(document));
  expect(runCommand(join(folder, "museum.json"), join(folder, "generated"))).toMatchObject({ status: 0, stderr: "" });
  code = readFileSync(join(folder, "generated/operations.ts"), "utf8");
});

afterAll(() => removeFolder(folder));

describe("an operation that gives a stream of lines", () => {
  test("is one, alone or beside a value, and the others are not", () => {
    expect(code.match(/stream(able)?Operation\(\{\n {2}id: "\w+"/g)).toEqual([
      'streamOperation({\n  id: "watchVisits"',
      'streamableOperation({\n  id: "listLog"',
    ]);
    expect(code).toMatch(
      /import \{\n {2}type StreamResult,\n {2}asLines,\n {2}streamableOperation,\n {2}streamOperation,\n\} from "@fairlead\/runtime\/streams";/,
    );
  });

  test("is read as lines, or as a value until it is asked for a stream; lines to send are bytes", () => {
    const { watchVisits, listLog, importVisits } = readRows(join(folder, "generated"));
    expect(watchVisits).toMatchObject({ parse: "asLines" });
    expect(listLog).toMatchObject({ parse: "asJson" });
    expect(importVisits?.body).toEqual({ write: "binaryBody", mediaType: "application/x-ndjson", required: true });
  });

  test("has typed lines in each of its forms", { timeout: 60_000 }, () => {
    const consumer = `import type { Core } from "@fairlead/runtime";
import type { StreamResult } from "@fairlead/runtime/streams";
import { groups } from "./generated/client.ts";
import { listLog, type ListLogLine, watchVisits, type WatchVisitsLine } from "./generated/operations.ts";
declare const core: Core;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}
type Visit = { at: number; room?: string };
export async function main(): Promise<void> {
  const { tours } = groups(core);
  for await (const visit of tours.watchVisits({ id: 1 })) same<typeof visit, Visit | string>(true);
  for await (const visit of await watchVisits(core, { id: 1 }, { timeoutMs: 5 })) same<typeof visit, Visit | string>(true);
  same<WatchVisitsLine, Visit | string>(true);
  const outcome = await tours.watchVisits.safe({ id: 1 });
  if (outcome.status === 200) for await (const visit of outcome.data) same<typeof visit, Visit>(true);
  const { data } = await tours.watchVisits.full({ id: 1 });
  same<typeof data, AsyncIterable<Visit> | AsyncIterable<string>>(true);

  same<Awaited<ReturnType<typeof listLog>>, string[]>(true);
  same<ReturnType<typeof tours.listLog.stream>, StreamResult<string>>(true);
  for await (const line of listLog.stream(core, { id: 1, follow: 1 })) same<typeof line, ListLogLine>(true);
}
`;
    expect(typeCheck(folder, "consumer.ts", consumer)).toEqual([]);
    expect(typeCheck(folder, "wrong.ts", consumer.replaceAll("listLog.stream(", "watchVisits.stream("))).not.toEqual(
      [],
    );
  });
});
