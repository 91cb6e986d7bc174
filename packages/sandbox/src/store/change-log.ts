import type { Entity, Store } from "./store.ts";

/** What became of an entity. */
export interface Change {
  readonly type: string;
  readonly action: "create" | "update" | "delete";
  /** As it was; absent for a new one. */
  readonly before?: Entity;
  /** As it was stored; absent for a deleted one. */
  readonly after?: Entity;
  /** Milliseconds since 1970-01-01 UTC on the session clock. */
  readonly at: number;
}

/** Who makes changes; a name for what belongs together, such as one request. */
export type Author = object;

/**
 * Changes that nobody has looked at yet, by who made them. Only types that somebody is interested in are noted, and only
 * changes that have an author: what a test puts into a store happens to nobody.
 */
export class ChangeLog {
  readonly #types: ReadonlySet<string>;
  #noted: { readonly change: Change; readonly by: Author }[] = [];
  #author: Author | undefined;

  constructor(types: ReadonlySet<string>) {
    this.#types = types;
  }

  /** Notes a change of whoever is at work. */
  note(change: Change): void {
    const by = this.#author;
    if (by !== undefined && this.#types.has(change.type)) this.#noted.push({ change, by });
  }

  /** The changes of an author, oldest first; they are forgotten here. */
  take(by: Author): readonly Change[] {
    const taken = this.#noted.filter((noted) => noted.by === by);
    if (taken.length > 0) this.#noted = this.#noted.filter((noted) => noted.by !== by);
    return taken.map(({ change }) => change);
  }

  /** Where the log ends now: `rewind` goes back to it. */
  mark(): number {
    return this.#noted.length;
  }

  /** Forgets what was noted since, because it was undone. */
  rewind(mark: number): void {
    this.#noted.length = mark;
  }

  clear(): void {
    this.#noted = [];
  }

  /** The same store for one author. Every method of a store ends before another author can begin. */
  writtenBy(by: Author, store: Store): Store {
    if (this.#types.size === 0) return store;
    const signed = <Result>(work: () => Result): Result => {
      const before = this.#author;
      this.#author = by;
      try {
        return work();
      } finally {
        this.#author = before;
      }
    };
    return {
      get version() {
        return store.version;
      },
      onChange: (listener) => store.onChange(listener),
      get: (type, key, where) => store.get(type, key, where),
      list: (type, where) => store.list(type, where),
      create: (type, value) => signed(() => store.create(type, value)),
      update: (type, entity, changes, at) => signed(() => store.update(type, entity, changes, at)),
      remove: (type, entity) => signed(() => store.remove(type, entity)),
      attempt: (work, succeeded) => store.attempt(work, succeeded),
    };
  }
}
