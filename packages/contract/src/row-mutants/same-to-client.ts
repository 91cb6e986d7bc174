import { isDeepStrictEqual } from "node:util";
import type { JobRow, OperationRow } from "@fairlead/runtime";
import type { ClientRows } from "../laws/client/client-subject.ts";

/** A reason why two rows that differ are the same to the runtime. */
export interface Sameness {
  readonly why: string;
  /** The row as the runtime reads it, as far as this reason goes. */
  read(row: OperationRow): OperationRow;
}

/** What the runtime does not tell apart. A mutant that is noticed all the same shows that a reason is wrong. */
export const samenesses: readonly Sameness[] = [
  {
    why: "the client never sends the default size of a page: it leaves that to the server",
    read: (row) => onPages(row, ({ size, ...rest }) => ({ ...rest, ...(size && { size: without(size, "default") }) })),
  },
  {
    why: "the client asks for a size only up to 1,000 items, so that larger pages are all one",
    read: (row) =>
      onPages(row, ({ size, ...rest }) => ({
        ...rest,
        ...(size && { size: { ...size, ...(size.max && { max: Math.min(size.max, 1000) }) } }),
      })),
  },
  {
    why: "the size parameter is sent only where a largest page is declared",
    read: (row) => onPages(row, ({ size, ...rest }) => ({ ...rest, ...(size?.max && { size }) })),
  },
  {
    why: "a state without an end is waited through, like one that the row does not know",
    read: (row) =>
      onJob(row, (job) => ({
        ...job,
        states: Object.fromEntries(Object.entries(job.states).filter(([, { end }]) => end !== undefined)),
      })),
  },
  {
    why: "an operation's own result goes before that of the final state, and is that one where it has none",
    read: (row) =>
      onJob(row, ({ result, ...job }) => ({
        ...job,
        states: Object.fromEntries(
          Object.entries(job.states).map(([name, { result: usual = [""], ...state }]) => [
            name,
            state.end === "success" ? { ...state, result: result ?? usual } : state,
          ]),
        ),
      })),
  },
  {
    why: "the runtime follows redirects of GET and HEAD only, and tells a browser to refuse others unless any host is allowed and no key goes along",
    read: (row) => {
      const key = typeof row.idempotent === "string" ? { [row.idempotent.toLowerCase()]: "" } : {};
      const follows = /^(GET|HEAD)$/.test(row.method) || row.redirects?.inBrowser(key) === "follow";
      return follows ? row : without(row, "redirects");
    },
  },
];

/**
 * Why a client with other rows does all that this one does.
 * @returns The reasons that are needed; `undefined` where it may do something else.
 */
export function whySame(rows: ClientRows, others: ClientRows): readonly string[] | undefined {
  const ids = Object.keys(rows).filter((id) => rows[id] !== others[id]);
  const isSame = (reasons: readonly Sameness[]): boolean =>
    ids.every((id) => {
      const read = (row: OperationRow | undefined): unknown =>
        row && reasons.reduce((seen, reason) => reason.read(seen), row);
      return isDeepStrictEqual(read(rows[id]), read(others[id]));
    });
  if (!isSame(samenesses)) return undefined;
  let needed = samenesses;
  for (const one of samenesses) {
    const others = needed.filter((other) => other !== one);
    if (isSame(others)) needed = others;
  }
  return needed.map(({ why }) => why);
}

function onPages(row: OperationRow, change: (pages: Pages) => Pages): OperationRow {
  return row.pagination === undefined ? row : { ...row, pagination: change(row.pagination) };
}

function onJob(row: OperationRow, change: (job: JobRow) => JobRow): OperationRow {
  return row.job === undefined ? row : { ...row, job: change(row.job) };
}

type Pages = NonNullable<OperationRow["pagination"]>;

function without<T extends object>(value: T, name: keyof T): T {
  const { [name]: _, ...rest } = value;
  return rest as T;
}
