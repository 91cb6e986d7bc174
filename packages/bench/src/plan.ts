/** A client in the bench: where it comes from, and how one call of it is written. */
export interface Peer {
  readonly name: string;
  /** The package that npm installs and its exact version; what has none is ours, or comes with Node. */
  readonly install?: readonly [name: string, version: string];
  /** What a bundle of one call takes from the package. */
  readonly bundle?: string;
  /** A module in TypeScript that makes a client and calls it once, for the compiler. */
  readonly types?: string;
  /**
   * A module whose `make({ fetch, baseUrl, retries })` gives a call of a client: `(signal) => Promise`. `retries` switches
   * them on where they are not the default.
   */
  readonly module: string;
}

/** What a figure of ours may be at most; what is absent has no goal. */
export interface Goals {
  /** Import of a client, in milliseconds. */
  readonly importMs?: number;
  /** Resident memory that comes with the client, in MB of 1,000,000 bytes. */
  readonly memoryMb?: number;
  /** What one call adds to an instant fetch, in microseconds. */
  readonly addedUs?: number;
  /** Bundles by the name of their row, in bytes gzip. */
  readonly bundles?: Readonly<Record<string, number>>;
  /** The end of a call after its abort, in milliseconds. */
  readonly abortMs?: number;
  /** What npm installs, in MB of 1,000,000 bytes. */
  readonly installedMb?: number;
}

/** What is measured beside what. */
export interface BenchPlan {
  /** Folders of the packages to pack, dependencies first; the last one is the client's. */
  readonly packages: readonly string[];
  /** Our client in its two forms: a standalone operation, and a method of the whole client. */
  readonly ours: readonly [operation: Peer, method: Peer];
  /** Further bundles of ours by the name of their row, as modules. */
  readonly bundles: Readonly<Record<string, string>>;
  /** fetch without a client, which the others are measured against. */
  readonly baseline: Peer;
  readonly peers: readonly Peer[];
  /** The answer that the call of every client gets: JSON whose `name` a call must give back. */
  readonly answer: { readonly name: string; readonly [member: string]: unknown };
  readonly goals: Goals;
}
