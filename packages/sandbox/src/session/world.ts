import type { Seed } from "../api.ts";
import { JobBook } from "../behaviors/job-book.ts";
import { progressDueJobs } from "../behaviors/jobs.ts";
import { Quotas } from "../behaviors/quotas.ts";
import { Replays } from "../behaviors/replays.ts";
import type { Hooks } from "../engine/hook.ts";
import { FileBook } from "../files/file-book.ts";
import type { FileStore } from "../files/file-store.ts";
import { filesOf } from "../files/files-of.ts";
import type { StoredFile } from "../files/stored-file.ts";
import { Journal } from "../journal/journal.ts";
import type { Limits } from "../limits.ts";
import { EntityStore } from "../store/entity-store.ts";
import type { Tables } from "../tables/tables.ts";
import { Courier, type Post } from "../webhooks/courier.ts";
import { JobWatch } from "../webhooks/job-watch.ts";
import type { Forkable } from "./forkable.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { ApiState } from "./session.ts";
import type { SessionClock } from "./session-clock.ts";

/** An API as its sessions begin. */
export interface ApiBeginning {
  readonly tables: Tables;
  readonly seed: Seed;
  /** The files that the seed kept. @default none */
  readonly files?: readonly StoredFile[];
  /** What jobs and events are beyond their declarations. @default none */
  readonly hooks?: Hooks;
}

/** What all sessions of a sandbox have in common. */
export interface Common {
  readonly apis: Readonly<Record<string, ApiBeginning>>;
  readonly limits: Limits;
  readonly fileStore: FileStore;
  /** How events of webhooks leave. @default nothing is sent by itself */
  readonly post?: Post;
}

/** The states of all APIs in one session. */
export type World = ReadonlyMap<string, ApiState & { readonly store: EntityStore }>;

/** An empty world on a session's clock and random values. */
export function makeWorld({ apis, limits, fileStore, post }: Common, clock: SessionClock, random: SeededRandom): World {
  const world = new Map<string, ApiState & { readonly store: EntityStore }>();
  const sizeBut = (own: string): number => {
    let size = 0;
    for (const [name, { store }] of world) if (name !== own) size += store.size;
    return size;
  };
  for (const [name, { tables, hooks = {} }] of Object.entries(apis)) {
    const elsewhere = (): number => sizeBut(name);
    const store = new EntityStore({ tables, clock, random, limit: limits.entities, elsewhere });
    const jobs = new JobBook(tables.jobs);
    const files = new FileBook(fileStore);
    const courier = new Courier({
      api: name,
      tables,
      hook: hooks.webhooks,
      post: post ?? { send: false, fetch },
      store,
      clock,
      random,
      capacity: limits.deliveries,
    });
    const progress = async (): Promise<void> => {
      const { origin } = courier;
      const timestamp = (): string => new Date(clock.now()).toISOString();
      const ofJobs = filesOf(files, fileStore, { origin, clock, random });
      const ofTime = courier.storeOf(courier.time);
      await progressDueJobs({ store: ofTime, files: ofJobs, clock, random, origin, timestamp }, jobs, {
        tables,
        hooks,
      });
      courier.tell(courier.time);
    };
    world.set(name, {
      store,
      quotas: new Quotas(),
      replays: new Replays(),
      jobs,
      files,
      journal: new Journal(limits.journalEntries, tables),
      courier,
      watch: tables.webhooks && new JobWatch({ clock, nextAt: () => jobs.nextAt(), progress }),
    });
  }
  return world;
}

/** The parts of an API's state that a fork takes over. The journal is not one: it tells of what happened elsewhere. */
export const forkedParts = ["store", "quotas", "replays", "jobs", "files"] as const;

/** A part of an API's state by its name. */
export function partOf(
  state: ApiState & { readonly store: EntityStore },
  part: (typeof forkedParts)[number],
): Forkable {
  return state[part] as Forkable;
}
