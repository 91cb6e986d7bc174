import { expect, test } from "vitest";
import { lowerBoundMs, type Pacing, seeded, simulate } from "./rate-limit-world.ts";

/** Another seed is set by `SEED`. */
const SEED = Number(process.env.SEED ?? 1);

/** Seconds into a window at which the workers start. */
const PHASES = [0, 9, 17, 33, 51];

const PACINGS: readonly Pacing[] = ["none", "per process", "shared"];

const ROWS = [
  { limit: 120, workers: 1, calls: 200, concurrency: 8 },
  { limit: 120, workers: 3, calls: 190, concurrency: 8 },
  { limit: 5, workers: 1, calls: 8, concurrency: 4 },
  { limit: 5, workers: 3, calls: 9, concurrency: 4 },
];

type Row = (typeof ROWS)[number];

/** A multiple of the limit: no window has a turn to spare. */
const EXACT: Row = { limit: 120, workers: 3, calls: 200, concurrency: 8 };

interface Mean {
  readonly refused: number;
  readonly seconds: number;
  readonly boundSeconds: number;
}

async function meanOf(row: Row, pacing: Pacing): Promise<Mean> {
  const random = seeded(SEED);
  let refused = 0;
  let elapsedMs = 0;
  let boundMs = 0;
  for (const phase of PHASES) {
    const setup = { ...row, pacing, phaseMs: phase * 1000, random };
    const run = await simulate(setup);
    refused += run.refused / PHASES.length;
    elapsedMs += run.elapsedMs / PHASES.length;
    boundMs += lowerBoundMs(setup) / PHASES.length;
  }
  return { refused, seconds: elapsedMs / 1000, boundSeconds: boundMs / 1000 };
}

test("a shared, aligned window is never refused and loses next to no time", async () => {
  const lines = [
    `Seed ${SEED}. Refused answers and seconds until the last worker ends, means of ${PHASES.length} starts:`,
  ];
  const means: { row: Row; pacing: Pacing; mean: Mean }[] = [];
  for (const row of [...ROWS, EXACT]) {
    for (const pacing of PACINGS) means.push({ row, pacing, mean: await meanOf(row, pacing) });
    const cells = means
      .slice(-3)
      .map(({ pacing, mean }) => `${pacing}: ${mean.refused} in ${mean.seconds.toFixed(2)} s`);
    const bound = means.at(-1)?.mean.boundSeconds.toFixed(2);
    lines.push(`${row.limit}/min, ${row.workers} x ${row.calls} calls: ${cells.join(", ")}, lower bound ${bound} s`);
  }
  console.log(lines.join("\n"));

  for (const { row, pacing, mean } of means) {
    const what = `seed ${SEED}, ${row.limit}/min, ${row.workers} workers, ${pacing}`;
    // Alone, a worker knows of every request, so its own window is as good as a shared one.
    if (pacing === "shared" || (pacing === "per process" && row.workers === 1)) {
      expect(mean.refused, what).toBe(0);
      const most = row === EXACT ? mean.boundSeconds + 60 : mean.boundSeconds * 1.02;
      expect(mean.seconds, what).toBeLessThanOrEqual(most);
    } else {
      // Without this the server would refuse nobody, and the rows above would show nothing.
      expect(mean.refused, what).toBeGreaterThan(0);
    }
  }
});
