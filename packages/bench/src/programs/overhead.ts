// Program: what each client adds to a fetch that answers at once, in microseconds a call.

import { median } from "../median.ts";
import { type MeasuredCall, makeCall, type PeerFile, readInput } from "./measured-call.ts";

/** What the program is told: the first peer is the baseline. */
export interface OverheadInput {
  readonly peers: readonly PeerFile[];
  /** What every call is answered; the data that a client gives must have its `name`. */
  readonly answer: { readonly name: string };
  /** Calls of a peer in each round; fewer where they would take longer than `maxRoundMs`. */
  readonly calls: number;
  readonly rounds: number;
  readonly maxRoundMs: number;
}

/** What the program prints, one for each peer. */
export interface Overhead {
  readonly name: string;
  /** Calls of a round. */
  readonly calls: number;
  /** Microseconds of a call in each round, the answer and its parsing included. */
  readonly rounds: readonly number[];
  /** Median of what each round had more than the same round of the baseline, in microseconds a call. */
  readonly addedUs: number;
  /**
   * The same by the quietest tenth of short slices of all rounds: what is left when nothing else runs on the machine and
   * no garbage is collected.
   */
  readonly quietUs: number;
}

interface Runner {
  readonly name: string;
  readonly call: MeasuredCall;
  readonly calls: number;
  readonly rounds: number[];
  readonly slices: number[];
}

/** A quota far away, so that nobody has to wait for it. */
const headers = {
  "content-type": "application/json",
  "x-request-id": "bench-1",
  "x-ratelimit-limit": "1000000000",
  "x-ratelimit-remaining": "999999999",
  "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 86_400),
};
const { peers, answer, calls: most, rounds: roundCount, maxRoundMs } = readInput<OverheadInput>();
const body = JSON.stringify(answer);

const runners: Runner[] = [];
for (const peer of peers) {
  const call = await makeCall(peer, {
    baseUrl: "https://api.bench.test",
    fetch: async () => new Response(body, { headers }),
  });
  const data = await call();
  if (Object(data).name !== answer.name) throw new Error(`${peer.name} gave ${JSON.stringify(data)}.`);
  // To warm up, as a program that runs for a while has, and to see how many calls fit into a round.
  const { us } = await timeCalls(call, most * 6, maxRoundMs);
  const calls = Math.max(10, Math.min(most, Math.floor((maxRoundMs * 1000) / us)));
  runners.push({ name: peer.name, call, calls, rounds: [], slices: [] });
}
for (let round = 0; round < roundCount; round++) {
  // Another one begins each round, so that nobody always comes after the same neighbour.
  for (const runner of [...runners.slice(round), ...runners.slice(0, round)]) {
    const { us, slices } = await timeCalls(runner.call, runner.calls);
    runner.rounds.push(us);
    runner.slices.push(...slices);
  }
}
const [baseline] = runners;
if (!baseline) throw new Error("There is no baseline to measure against.");
const results = runners.map(({ name, calls, rounds, slices }): Overhead => {
  const added = rounds.map((us, round) => us - (baseline.rounds[round] ?? Number.NaN));
  return { name, calls, rounds, addedUs: median(added), quietUs: quiet(slices) - quiet(baseline.slices) };
});
console.log(JSON.stringify(results));
// What a client leaves behind, such as a timer, must not keep the program alive.
process.exit(0);

/** Microseconds a call, one after the other, in all and in each of 50 slices; no further slice begins after `maxMs`. */
async function timeCalls(
  call: MeasuredCall,
  count: number,
  maxMs = Number.POSITIVE_INFINITY,
): Promise<{ us: number; slices: readonly number[] }> {
  const perSlice = Math.ceil(count / 50);
  const slices: number[] = [];
  const start = performance.now();
  for (let done = 0; done < count && performance.now() - start < maxMs; done += perSlice) {
    const sliceStart = performance.now();
    for (let index = 0; index < perSlice; index++) await call();
    slices.push(((performance.now() - sliceStart) * 1000) / perSlice);
  }
  return { us: slices.reduce((sum, us) => sum + us, 0) / slices.length, slices };
}

/** The value that a tenth of the values are below. */
function quiet(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)] ?? Number.NaN;
}
