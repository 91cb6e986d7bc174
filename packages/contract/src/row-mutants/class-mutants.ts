import type { RateClassRow } from "@fairlead/runtime";
import { changeMember, changeRows, type MutantSource, type RowMutant, show } from "./row-mutant.ts";

/** Wrong rate classes: each class with another quota, window, reader or refusal, and each operation in another class or in none. */
export function classMutants({ rows }: MutantSource): RowMutant[] {
  const classes = new Map<string, RateClassRow>();
  for (const { rateLimit } of Object.values(rows)) if (rateLimit !== undefined) classes.set(rateLimit.name, rateLimit);
  const mutants: RowMutant[] = [];
  for (const [name, { quota, windowMs, headers, exceedStatus }] of classes) {
    const operations = Object.keys(rows).filter((id) => rows[id]?.rateLimit?.name === name);
    const add = (what: string, member: string, value: unknown): void => {
      const changed = changeRows(rows, operations, (row) => changeMember(row, ["rateLimit", member], value));
      mutants.push({ aspect: "rate class", subject: name, what, rows: changed, operations });
    };
    for (const other of new Set([quota + 1, quota * 2, quota - 1])) {
      if (other > 0) add(`quota ${quota} -> ${other}`, "quota", other);
    }
    for (const other of [windowMs / 2, windowMs * 2]) add(`window ${windowMs} ms -> ${other} ms`, "windowMs", other);
    if (headers !== undefined) add("headers are not read", "headers", undefined);
    // 503 is the other status that servers refuse with, and means an outage where it is not declared.
    const otherStatus = exceedStatus === undefined ? 503 : undefined;
    add(`exceedStatus ${show(exceedStatus)} -> ${show(otherStatus)}`, "exceedStatus", otherStatus);
  }
  for (const [id, { rateLimit }] of Object.entries(rows)) {
    if (rateLimit === undefined) continue;
    for (const other of [...classes.values(), undefined]) {
      if (other?.name === rateLimit.name) continue;
      mutants.push({
        aspect: "rate class",
        subject: id,
        what: `class ${rateLimit.name} -> ${other?.name ?? "none"}`,
        rows: changeRows(rows, [id], (row) => changeMember(row, ["rateLimit"], other)),
        operations: [id],
      });
    }
  }
  return mutants;
}
