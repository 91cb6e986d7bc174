import type { Clock } from "../session/clock.ts";

/** What a watch works with. */
export interface JobWatchOptions {
  readonly clock: Clock;
  /** When time moves the next job, in milliseconds since 1970-01-01 UTC; Infinity where it moves none. */
  readonly nextAt: () => number;
  /** Moves on the jobs that time has moved. */
  readonly progress: () => Promise<void>;
}

/**
 * Moves jobs on when the clock passes their times, whether or not somebody looks: whoever asked to be told is told then.
 * Elsewhere jobs move when they are read, which costs nothing while nobody does.
 */
export class JobWatch {
  readonly #options: JobWatchOptions;
  readonly #stopMoves: () => void;
  #stopWait: () => void = () => undefined;
  #work: Promise<void> | undefined;
  #again = false;
  #ended = false;

  constructor(options: JobWatchOptions) {
    this.#options = options;
    this.#stopMoves = options.clock.onMove(() => this.#run());
  }

  /** Waits for the next job. To be called where one may have begun. */
  wait(): void {
    this.#stopWait();
    this.#stopWait = () => undefined;
    if (this.#ended) return;
    const at = this.#options.nextAt();
    if (at === Number.POSITIVE_INFINITY) return;
    let isDue = false;
    const stop = this.#options.clock.onReach(at, () => {
      isDue = true;
      this.#run();
    });
    if (!isDue) this.#stopWait = stop;
  }

  /** Whether jobs are being moved on. */
  get isBusy(): boolean {
    return this.#work !== undefined;
  }

  /** Resolves when no job is being moved on. */
  async idle(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
  }

  /** Moves no job any more. */
  end(): void {
    this.#ended = true;
    this.#stopMoves();
    this.#stopWait();
  }

  #run(): void {
    if (this.#ended) return;
    if (this.#work !== undefined) {
      this.#again = true;
      return;
    }
    this.#work = this.#moveOn();
  }

  async #moveOn(): Promise<void> {
    const { clock, nextAt, progress } = this.#options;
    do {
      this.#again = false;
      // A hook that can't end its job throws again at the next request, where somebody sees it.
      await progress().catch(() => undefined);
    } while (this.#again);
    this.#work = undefined;
    // A job that could not be moved waits for the next request or move of the clock; to try at once would never end.
    if (nextAt() > clock.now()) this.wait();
  }
}
