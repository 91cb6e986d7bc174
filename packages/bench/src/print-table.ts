/**
 * Prints a table: the first column to the left, the others to the right.
 * @param rows - The first one is the head.
 */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    console.log(`  ${cells.join("  ")}`.trimEnd());
  }
}

/** How many times as much as ours: the ratio that stands first in a row. */
export function timesOurs(value: number, ourValue: number): string {
  const ratio = value / ourValue;
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)} x`;
}

/** A line on whether a goal is met. A figure that is just at its limit meets it. */
export function printGoal(what: string, value: number, most: number | undefined, unit: string): void {
  if (most === undefined) return;
  const rounded = value.toFixed(value < 100 ? 1 : 0);
  console.log(`  Goal, ${what}: at most ${most} ${unit}. It is ${rounded}: ${value <= most ? "met" : "MISSED"}.`);
}
