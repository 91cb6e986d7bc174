import { anyHost, type Redirects, sameOrigin } from "@fairlead/runtime";
import { changeMember, changeRows, type MutantSource, type RowMutant, show } from "./row-mutant.ts";

/** Wrong keys and repeats: a key that is not sent or has another name, and each operation repeatable or not as it is not. */
export function repeatMutants({ rows }: MutantSource): RowMutant[] {
  return Object.entries(rows).flatMap(([id, { idempotent, method }]) => {
    const others =
      typeof idempotent === "string"
        ? [undefined, true, false, `${idempotent}-Other`]
        : [!(idempotent ?? (method !== "POST" && method !== "PATCH"))];
    return others.map(
      (other): RowMutant => ({
        aspect: "repeats",
        subject: id,
        what: `idempotent ${show(idempotent)} -> ${show(other)}`,
        rows: changeRows(rows, [id], (row) => changeMember(row, ["idempotent"], other)),
        operations: [id],
      }),
    );
  });
}

const ways: readonly (readonly [name: string, redirects: Redirects | undefined])[] = [
  ["none", undefined],
  ["sameOrigin", sameOrigin],
  ["anyHost", anyHost],
];

/** Wrong redirects: each operation follows those that it must not, or does not follow those that it may. */
export function redirectMutants({ rows }: MutantSource): RowMutant[] {
  return Object.entries(rows).flatMap(([id, { redirects }]) => {
    const own = ways.find(([, way]) => way === redirects)?.[0] ?? "its own";
    return ways
      .filter(([, way]) => way !== redirects)
      .map(
        ([name, way]): RowMutant => ({
          aspect: "redirects",
          subject: id,
          what: `redirects ${own} -> ${name}`,
          rows: changeRows(rows, [id], (row) => changeMember(row, ["redirects"], way)),
          operations: [id],
        }),
      );
  });
}
