import type { Bench } from "../bench.ts";
import { printGoal, printTable, timesOurs } from "../print-table.ts";
import { installedSize } from "./installed-size.ts";

/** Prints what each package takes on the disk. */
export async function printInstalls({ plan, own, others }: Bench): Promise<void> {
  const names = new Map([...own, ...others].map(({ folder, install }) => [folder, install?.[0]]));
  const rows = await Promise.all(
    [...names].map(async ([folder, name = "ours"]) => ({ name, ...(await installedSize(folder)) })),
  );
  printTable("Installed by npm with all dependencies", [
    ["package", "to ours", "MB", "packages"],
    ...rows.map(({ name, bytes, packages }) => [
      name,
      timesOurs(bytes, rows[0]?.bytes ?? Number.NaN),
      (bytes / 1e6).toFixed(2),
      String(packages),
    ]),
  ]);
  printGoal("ours", (rows[0]?.bytes ?? Number.NaN) / 1e6, plan.goals.installedMb, "MB");
}
