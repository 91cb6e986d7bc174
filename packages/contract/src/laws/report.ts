import type { Finding, LawReport } from "./law.ts";

/** What came of all laws on one API in one way. */
export interface LawsReport {
  readonly name: string;
  readonly seed: number;
  readonly laws: readonly LawReport[];
  /** Requests that were made by hand, by operationId. */
  readonly byHand: readonly string[];
  /** Laws that speak of nothing that the API declares. */
  readonly silent: readonly string[];
  readonly cases: number;
  readonly findings: number;
}

/** Adds up what came of each law. */
export function addUp(
  name: string,
  seed: number,
  laws: readonly LawReport[],
  { byHand, silent }: Pick<LawsReport, "byHand" | "silent">,
): LawsReport {
  return {
    name,
    seed,
    laws,
    byHand,
    silent,
    cases: laws.reduce((sum, { cases }) => sum + cases, 0),
    findings: laws.reduce((sum, { findings }) => sum + findings.length, 0),
  };
}

/** A table of laws, operations and cases, one law a line. */
export function tableOf({ name, seed, laws, byHand, silent, cases, findings }: LawsReport): string {
  const rows = laws.map((one) => [one.law, String(one.operations), String(one.cases), String(one.findings.length)]);
  const all = [["law", "operations", "cases", "findings"], ...rows, ["all", "", String(cases), String(findings)]];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
  const hand = byHand.length === 0 ? "" : `\nrequests made by hand: ${byHand.length} (${byHand.join(", ")})`;
  const nothing = silent.length === 0 ? "" : `\nnothing is declared for: ${silent.join(", ")}`;
  return `laws of ${name}, seed ${seed}\n${lines.join("\n")}${hand}${nothing}`;
}

/** Findings for people: what, the request as a command, the answer. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ law, operation, what, request, answer }) =>
      [`${law}, ${operation}: ${what}`, request && `  ${request}`, answer && `  -> ${answer}`]
        .filter(Boolean)
        .join("\n"),
    )
    .join("\n");
}
