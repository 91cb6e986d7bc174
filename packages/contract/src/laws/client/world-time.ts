import type { Clock } from "@fairlead/runtime";
import { Broken } from "../broken.ts";
import type { LawWorld } from "../world.ts";

interface Timer {
  readonly at: number;
  run(): void;
}

/** Turns of the event loop after which nothing is left to do but to wait, where no request is under way. */
const quietTurns = 4;

/** Turns after which work that waits for neither an answer nor a timer never ends. */
const lostTurns = 2000;

/** The clock of a world for a client in it: time passes when nothing else is left to do. */
export class WorldTime implements Clock {
  /** Requests that the world is at. */
  busy = 0;
  readonly #world: LawWorld;
  #timers: Timer[] = [];

  constructor(world: LawWorld) {
    this.#world = world;
  }

  now(): number {
    return this.#world.now();
  }

  after(delayMs: number, run: () => void): () => void {
    // The clock of a world has whole milliseconds.
    const timer = { at: this.now() + Math.ceil(Math.max(0, delayMs)), run };
    const later = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /**
   * Lets time pass until some work is done, and gives its outcome.
   * @throws {Broken} The work waits for nothing that will ever come.
   */
  async pass<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = (): void => {
      isOver = true;
    };
    work.then(over, over);
    for (let lost = 0; !isOver && lost < lostTurns; ) {
      for (let turn = 0; !isOver && (turn < quietTurns || this.busy > 0); turn++)
        await new Promise((resolve) => setImmediate(resolve));
      const timer = isOver ? undefined : this.#timers.shift();
      if (timer === undefined) {
        lost += quietTurns;
        continue;
      }
      lost = 0;
      if (timer.at > this.now()) await this.#world.advance(timer.at - this.now());
      timer.run();
    }
    if (!isOver) throw new Broken("the call does not end, and waits for neither an answer nor a time");
    return await work;
  }
}
