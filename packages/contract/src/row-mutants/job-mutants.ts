import type { JobRow } from "@fairlead/runtime";
import { changeMember, changeRows, type MutantSource, type RowMutant, show } from "./row-mutant.ts";
import { siblingsOf, spread, successSchema } from "./siblings-of.ts";

/** Wrong jobs: each definition with another status operation, pointer, state or pace, and each operation with another result. */
export function jobMutants(source: MutantSource): RowMutant[] {
  const jobs = new Map<string, JobRow>();
  for (const { job } of Object.values(source.rows)) if (job !== undefined) jobs.set(job.name ?? "", job);
  return [
    ...[...jobs].flatMap(([name, job]) => definitionMutants(source, name, job)),
    ...Object.keys(source.rows).flatMap((id) => resultMutants(source, id)),
  ];
}

type Add = (what: string, path: readonly string[], value: unknown) => void;

function definitionMutants({ rows, context, siblings }: MutantSource, name: string, job: JobRow): RowMutant[] {
  const mutants: RowMutant[] = [];
  const users = Object.keys(rows).filter((id) => rows[id]?.job !== undefined && (rows[id]?.job?.name ?? "") === name);
  const starters = users.filter((id) => id !== job.status.operationId);
  const addTo =
    (operations: readonly string[]): Add =>
    (what, path, value) => {
      const changed = changeRows(rows, operations, (row) => changeMember(row, ["job", ...path], value));
      mutants.push({ aspect: "job", subject: name, what, rows: changed, operations });
    };
  const add = addTo(users);
  const { start, status, states, failWhen, poll } = job;

  const param = status.param.replace(/^\w+\./, "");
  for (const [id, { method, params = {} }] of Object.entries(rows)) {
    if (method !== "GET" || id === status.operationId || !Object.hasOwn(params, param)) continue;
    addTo(starters)(`status.operationId ${status.operationId} -> ${id}`, ["status", "operationId"], id);
  }
  const params = Object.keys(rows[status.operationId]?.params ?? {}).filter((one) => one !== param);
  for (const other of [...params, `${param}Other`]) {
    // The status operation's own wait takes its input as it is.
    addTo(starters)(`status.param ${param} -> ${other}`, ["status", "param"], status.param.replace(/\w+$/, other));
  }
  const stateSchema = successSchema(context.operation(status.operationId), context);
  const startSchema = successSchema(context.operation(starters[0] ?? status.operationId), context);
  const pointers: [path: string[], pointer: string | undefined, schema: unknown, add: Add][] = [
    [["start", "id"], start?.id, startSchema, addTo(starters)],
    [["start", "state"], start?.state, startSchema, addTo(starters)],
    [["status", "state"], status.state, stateSchema, add],
  ];
  for (const [state, { result, message }] of Object.entries(states)) {
    pointers.push([["states", state, "message", "0"], message?.[0], stateSchema, add]);
    pointers.push([["states", state, "result", "0"], result?.[0], stateSchema, add]);
  }
  for (const [path, pointer, schema, addPointer] of pointers) {
    if (pointer === undefined) continue;
    const isListed = path.at(-1) === "0";
    const at = isListed ? path.slice(0, -1) : path;
    for (const other of [...spread(siblingsOf(pointer, schema, context), siblings), undefined])
      addPointer(`${at.join(".")} ${pointer} -> ${show(other)}`, at, isListed && other !== undefined ? [other] : other);
  }
  for (const [state, row] of Object.entries(states)) {
    const { [state]: _, ...others } = states;
    add(`state ${state} -> ${state}Other`, ["states"], { ...others, [`${state}Other`]: row });
    add(`state ${state} -> nothing`, ["states", state], undefined);
    for (const end of ["success", "failure", undefined]) {
      if (end !== row.end)
        add(`state ${state} ends as ${show(row.end)} -> ${show(end)}`, ["states", state, "end"], end);
    }
    if (row.end !== "failure") add(`failWhen ${show(failWhen)} -> ${state}`, ["failWhen"], { [status.state]: state });
  }
  if (failWhen !== undefined) add("failWhen -> nothing", ["failWhen"], undefined);
  for (const member of ["everyMs", "maxMs", "timeoutMs"] as const) {
    for (const value of [poll[member] * 4, poll[member] / 4])
      add(`poll.${member} ${poll[member]} -> ${value}`, ["poll", member], value);
  }
  for (const factor of [poll.factor * 2, poll.factor / 2])
    add(`poll.factor ${poll.factor} -> ${factor}`, ["poll", "factor"], factor);
  return mutants;
}

function resultMutants({ rows, context, siblings }: MutantSource, id: string): RowMutant[] {
  const job = rows[id]?.job;
  if (job === undefined) return [];
  const mutants: RowMutant[] = [];
  const add: Add = (what, path, value) => {
    const changed = changeRows(rows, [id], (row) => changeMember(row, ["job", ...path], value));
    mutants.push({ aspect: "job", subject: id, what, rows: changed, operations: [id] });
  };
  const { result, resultKind = "json", status } = job;
  const kind = resultKind === "json" ? "file" : "json";
  add("job -> nothing", [], undefined);
  add(`resultKind ${resultKind} -> ${kind}`, ["resultKind"], kind);
  if (result === undefined) return mutants;
  const schema = successSchema(context.operation(status.operationId), context);
  for (const [index, place] of result.entries()) {
    const others = siblingsOf(place, schema, context).filter((one) => !result.includes(one));
    for (const other of spread(others, siblings))
      add(`result ${place} -> ${other}`, ["result"], result.with(index, other));
    if (result.length > 1) add(`result ${place} -> nothing`, ["result"], result.toSpliced(index, 1));
  }
  if (result.length > 1) add("result in another order", ["result"], result.toReversed());
  add("result -> nothing", ["result"], undefined);
  return mutants;
}
