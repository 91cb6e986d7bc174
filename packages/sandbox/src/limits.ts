/** How much a sandbox holds. Each has a default that a test suite hardly meets and a machine can bear. */
export interface Limits {
  /** Entities of all APIs in one session. @default 200000 */
  readonly entities: number;
  /** Sessions besides the default one. @default 10000 */
  readonly sessions: number;
  /** Bytes of all kept files together; equal contents count once. @default 4 GiB */
  readonly fileBytes: number;
  /** Entries of a session's journal for one API; older ones are dropped. @default 10000 */
  readonly journalEntries: number;
  /** Deliveries of webhooks that a session keeps for one API; older ones are dropped, sent or not. @default 1000 */
  readonly deliveries: number;
  /** Bytes of a JSON or urlencoded body. @default 10 MiB */
  readonly jsonBytes: number;
  /** Bytes of a raw or multipart body. @default 1 GiB */
  readonly bodyBytes: number;
  /** Bytes of a file from which on it waits on disk instead of in memory, where there is a disk. @default 8 MiB */
  readonly spoolBytes: number;
}

const MiB = 1024 * 1024;

/** The limits of a sandbox that says nothing. */
export const defaultLimits: Limits = {
  entities: 200_000,
  sessions: 10_000,
  fileBytes: 4096 * MiB,
  journalEntries: 10_000,
  deliveries: 1000,
  jsonBytes: 10 * MiB,
  bodyBytes: 1024 * MiB,
  spoolBytes: 8 * MiB,
};

/** A limit of the sandbox is reached; what was asked for is not done. */
export class SandboxLimitError extends Error {
  override readonly name: string = "SandboxLimitError";
  readonly limit: keyof Limits;

  /**
   * @param limit - Which one.
   * @param value - What it is set to.
   * @param what - What it counts, such as `entities in this session`.
   */
  constructor(limit: keyof Limits, value: number, what: string) {
    super(
      `The sandbox holds at most ${value} ${what}${memoryText()}. Reset or remove what is not needed, or start it with ` +
        `a higher limits.${limit}.`,
    );
    this.limit = limit;
  }
}

/** The memory in use, where the runtime tells. */
function memoryText(): string {
  const { process } = globalThis as { process?: { memoryUsage?: () => { rss: number } } };
  const bytes = process?.memoryUsage?.().rss;
  return bytes === undefined ? "" : `, and uses ${Math.round(bytes / MiB)} MiB of memory now`;
}
