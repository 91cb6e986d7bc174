import type { Bench } from "../bench.ts";
import { median } from "../median.ts";
import { printGoal, printTable, timesOurs } from "../print-table.ts";
import type { Overhead, OverheadInput } from "../programs/overhead.ts";

/** Prints what each client adds to a call. */
export async function printOverhead({ plan, node, machine, baseline, own, others }: Bench): Promise<void> {
  const [ours] = own;
  const input = { answer: plan.answer, calls: 5000, rounds: 9, maxRoundMs: 2000 };
  // Each client in a process of its own beside the baseline: nobody pays for the garbage or the types of another.
  const results: Overhead[] = [];
  for (const peer of [...own, ...others]) {
    const pair: OverheadInput = { ...input, peers: [baseline, peer] };
    const measured = await node.run<Overhead[]>("overhead", pair);
    results.push(...measured.slice(results.length === 0 ? 0 : 1));
  }
  const our = results.find(({ name }) => name === ours.name);
  if (!our) throw new Error("Our own client was not measured.");
  printTable(`Added to an instant fetch and its JSON, us a call, median of ${input.rounds} rounds`, [
    ["client", "to ours", "quiet", "added", "quiet", "whole", "fastest", "slowest", "calls a round"],
    ...results.map(({ name, addedUs, quietUs, rounds, calls }) => {
      const ratios = [timesOurs(addedUs, our.addedUs), timesOurs(quietUs, our.quietUs)];
      const added = [...ratios, addedUs.toFixed(1), quietUs.toFixed(1)];
      const whole = [median(rounds), Math.min(...rounds), Math.max(...rounds)].map((us) => us.toFixed(1));
      return [name, ...(name === baseline.name ? ["baseline", "", "", ""] : added), ...whole, String(calls)];
    }),
  ]);
  console.log("  Quiet is the fastest tenth of short slices: without garbage and what else ran on the machine.");
  printGoal("added to a call", our.addedUs, plan.goals.addedUs, "us");
  printGoal("the same where it is quiet", our.quietUs, plan.goals.addedUs, "us");
  if (machine.version === node.version) return;
  const older = await machine.run<Overhead[]>("overhead", { ...input, peers: [baseline, ...own.slice(0, 1)] });
  const same = older.find(({ name }) => name === ours.name);
  console.log(
    `  On Node ${machine.version} it is ${same?.addedUs.toFixed(1)} us, and ${same?.quietUs.toFixed(1)} where it is quiet.`,
  );
}
