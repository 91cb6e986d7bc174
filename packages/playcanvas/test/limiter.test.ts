import { createPlayCanvas, isRateLimitError, type PlayCanvas, type PlayCanvasOptions } from "@fairlead/playcanvas";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { type Clock, memoryStore, type RateLimitOptions } from "@fairlead/runtime";
import { sharedStore } from "@fairlead/runtime/shared-store";
import { type Sandbox, type SandboxSession, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";

type Apis = { playcanvas: typeof playcanvas };

/** How workers keep to the quota. */
type Pacing = "none" | "per process" | "shared";

const SEED = 1;
const PACINGS: readonly Pacing[] = ["none", "per process", "shared"];

/** Seconds into a window at which the workers start. */
const PHASES = [0, 9, 17, 33, 51];

const project = { projectId: 691250 };
const settings = { project_id: 691250, name: "Harbour tour", scenes: [1203] };
const list = (pc: PlayCanvas) => pc.branches.list.safe(project);
const build = (pc: PlayCanvas) => pc.apps.download.safe({ body: settings });

const ROWS = [
  { name: "normal", limit: 120, workers: 1, calls: 200, concurrency: 8, call: list },
  { name: "normal", limit: 120, workers: 3, calls: 190, concurrency: 8, call: list },
  { name: "strict", limit: 5, workers: 1, calls: 8, concurrency: 4, call: build },
  { name: "strict", limit: 5, workers: 3, calls: 9, concurrency: 4, call: build },
];

type Row = (typeof ROWS)[number];

let sandbox: Sandbox<Apis>;
beforeAll(async () => {
  // A whole minute, where a window of each quota begins.
  sandbox = await startSandbox({ apis: { playcanvas }, clock: "virtual", startAt: Date.UTC(2026, 0, 1) });
});
afterAll(() => sandbox.close());

/** Random numbers from 0 to below 1 that repeat with their seed (xorshift). */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_769;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** The clock of a session, with timers: time passes when nothing else is left to do. */
class SessionTime implements Clock {
  /** Requests that the sandbox is at. */
  busy = 0;
  #timers: { at: number; run: () => void }[] = [];
  readonly #session: SandboxSession<Apis>;

  constructor(session: SandboxSession<Apis>) {
    this.#session = session;
  }

  now(): number {
    return this.#session.clock.now();
  }

  after(delayMs: number, run: () => void): () => void {
    // The clock of a session has whole milliseconds.
    const timer = { at: this.now() + Math.ceil(Math.max(0, delayMs)), run };
    const later = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  async finish(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    for (;;) {
      for (let turn = 0; turn < 3 || this.busy > 0; turn++) await new Promise((resolve) => setImmediate(resolve));
      const timer = isOver ? undefined : this.#timers.shift();
      if (!timer) return;
      this.#session.clock.advance(timer.at - this.now());
      timer.run();
    }
  }
}

function limits(pacing: Pacing, clock: Clock): RateLimitOptions {
  if (pacing === "none") return { mode: "off" };
  // Three workers on five turns a minute: some of them wait longer than the usual two minutes.
  const maxWaitMs = 600_000;
  return pacing === "shared" ? { maxWaitMs, store: sharedStore(memoryStore(clock), "playcanvas") } : { maxWaitMs };
}

async function run(row: Row, pacing: Pacing, phaseMs: number, random: () => number): Promise<[number, number]> {
  const session = sandbox.session();
  session.clock.advance(phaseMs);
  const time = new SessionTime(session);
  const startedAt = time.now();
  const { url, token, fetch: local } = session.api.playcanvas;
  let refused = 0;
  let isSending = false;
  const fetch: PlayCanvasOptions["fetch"] = async (address, init) => {
    isSending = true;
    await time.wait(75 + random() * 20);
    time.busy++;
    const response = await local(address, init).finally(() => time.busy--);
    await time.wait(75 + random() * 20);
    return response;
  };
  const auth = token();
  const rateLimit = limits(pacing, time);
  const workers = Array.from({ length: row.workers }, async () => {
    const timeouts = { totalMs: 3_600_000 };
    const options = { auth, baseUrl: url, fetch, rateLimit, timeouts, retry: false, clock: time, random };
    const pc = createPlayCanvas(options as PlayCanvasOptions);
    let left = row.calls;
    const caller = async () => {
      while (left-- > 0) {
        for (let outcome = await row.call(pc); !outcome.ok; outcome = await row.call(pc)) {
          if (!isRateLimitError(outcome.error)) throw outcome.error;
          refused++;
          await time.wait((outcome.error.retryAfterMs ?? 0) + random() * 1000);
        }
      }
    };
    await Promise.all(Array.from({ length: row.concurrency }, caller));
  });
  const all = Promise.all(workers);
  // No time passes while the platform hashes the credential, in a thread of its own.
  while (!isSending) await new Promise((resolve) => setImmediate(resolve));
  await time.finish(all);
  await all;
  return [refused, time.now() - startedAt];
}

/** What workers with perfect knowledge of the windows need, at the mean latency, in milliseconds. */
function lowerBoundMs({ limit, workers, calls, concurrency }: Row, phaseMs: number): number {
  const windows = Math.ceil((workers * calls) / limit);
  const rounds = Math.ceil((workers * calls - (windows - 1) * limit) / (workers * concurrency));
  return (windows - 1) * 60_000 - phaseMs + rounds * 170;
}

test.each(ROWS)(
  "the quota $name of $limit a minute refuses none of $workers x $calls calls that share their window",
  async (row) => {
    const lines: string[] = [];
    for (const pacing of PACINGS) {
      const random = seeded(SEED);
      let refused = 0;
      let elapsedMs = 0;
      let boundMs = 0;
      for (const phase of PHASES) {
        const [count, ms] = await run(row, pacing, phase * 1000, random);
        refused += count / PHASES.length;
        elapsedMs += ms / PHASES.length;
        boundMs += lowerBoundMs(row, phase * 1000) / PHASES.length;
      }
      const seconds = (elapsedMs / 1000).toFixed(2);
      lines.push(
        `${pacing}: ${refused.toFixed(1)} refused in ${seconds} s, lower bound ${(boundMs / 1000).toFixed(2)} s`,
      );
      // Alone, a worker knows of every request, so its own window is as good as a shared one.
      if (pacing === "shared" || (pacing === "per process" && row.workers === 1)) {
        expect(refused, `seed ${SEED}, ${pacing}`).toBe(0);
        expect(elapsedMs, `seed ${SEED}, ${pacing}`).toBeLessThanOrEqual(boundMs * 1.02);
      } else expect(refused, `seed ${SEED}, ${pacing}`).toBeGreaterThan(0);
    }
    console.log(`Seed ${SEED}, ${row.name}, ${row.workers} x ${row.calls}: ${lines.join("; ")}`);
  },
  120_000,
);
