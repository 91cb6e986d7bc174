import type { Bench } from "../bench.ts";
import { printGoal, printTable } from "../print-table.ts";
import type { AbortCaseName, AbortDelay, AbortInput } from "../programs/abort.ts";

const heads: Record<AbortCaseName, string> = {
  retry: "a retry (503)",
  queue: "a place in the queue",
  quota: "a used-up quota",
  headers: "headers",
  body: "a stalled body",
};

/** Prints how long the call of each client goes on after its caller gave it up. */
export async function printAborts({ plan, node, baseline, own, others }: Bench): Promise<void> {
  const [runs, patienceMs] = [9, 2000];
  const rows: { name: string; delays: AbortDelay[] }[] = [];
  for (const { name, file } of [baseline, ...own, ...others]) {
    const delays: AbortDelay[] = [];
    for (const key of Object.keys(heads) as AbortCaseName[]) {
      const input: AbortInput = { peer: { name, file }, case: key, runs, patienceMs };
      delays.push(await node.run<AbortDelay>("abort", input));
    }
    rows.push({ name, delays });
  }
  const cell = ({ ms, waits }: AbortDelay) => (waits ? (ms?.toFixed(2) ?? `over ${patienceMs}`) : "-");
  printTable(`From the abort to the rejection of a call that waits for ..., ms, median of ${runs}`, [
    ["client", ...Object.values(heads)],
    ...rows.map(({ name, delays }) => [name, ...delays.map(cell)]),
  ]);
  console.log("  - does not wait for this. Retries are switched on where a client has none by default.");
  const names = new Set(own.map(({ name }) => name));
  const our = rows.filter(({ name }) => names.has(name)).flatMap(({ delays }) => delays);
  const slowest = Math.max(...our.map(({ ms }) => ms ?? Number.POSITIVE_INFINITY));
  printGoal("the slowest of ours", slowest, plan.goals.abortMs, "ms");
}
