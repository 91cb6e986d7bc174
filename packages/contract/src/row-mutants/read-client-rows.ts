import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";
import type { OperationRow } from "@fairlead/runtime";
import { fileResult } from "@fairlead/runtime/files";
import { transformSync } from "esbuild";
import type { ClientRows } from "../laws/client/client-subject.ts";

/** What generated code gives `jobOperation` besides the row. */
interface GivenCode {
  readonly status?: () => OperationRow;
  readonly result?: readonly string[];
  readonly as?: unknown;
}

/**
 * Reads the rows of a generated client: its `operations.ts` is run with makers of operations that give back what they are
 * given. What stands beside the row of a job is put into it.
 * @throws {Error} The file names something that the runtime does not have, or imports anything else.
 */
export async function readClientRows(file: URL): Promise<ClientRows> {
  const jobs: [row: OperationRow, code: GivenCode][] = [];
  const keep = (row: OperationRow, code?: GivenCode): OperationRow => {
    if (code !== undefined) jobs.push([row, code]);
    return row;
  };
  const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", format: "cjs" });
  const modules = new Map<string, unknown>();
  for (const [, name = ""] of code.matchAll(/\brequire\("([^"]+)"\)/g)) {
    if (!/^@fairlead\/runtime(\/|$)/.test(name))
      throw new Error(`${file.pathname} imports ${name}, which no row needs.`);
    modules.set(name, withMakers((await import(name)) as Record<string, unknown>, keep));
  }
  const module: { exports: Record<string, OperationRow> } = { exports: {} };
  compileFunction(code, ["module", "exports", "require"])(module, module.exports, (name: string) => modules.get(name));

  const rows = { ...module.exports };
  for (const [row, { status, result, as }] of jobs) {
    if (row.job === undefined) continue;
    const operationId = status?.().id ?? row.id;
    const resultKind = as === fileResult ? ("file" as const) : ("json" as const);
    const given = { ...(result === undefined ? {} : { result }), resultKind };
    rows[row.id] = { ...row, job: { ...row.job, ...given, status: { ...row.job.status, operationId } } };
  }
  return rows;
}

/** A module of the runtime whose makers of operations give back what they are given. */
function withMakers(found: Readonly<Record<string, unknown>>, keep: unknown): unknown {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== "string" || !Object.hasOwn(found, name))
          throw new Error(`The runtime has no ${String(name)}.`);
        return /operation$/i.test(name) ? keep : found[name];
      },
    },
  );
}
