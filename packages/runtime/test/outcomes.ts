/**
 * What each kind of call comes to when its server misbehaves: the table that the code is judged by. It has no code of the
 * runtime in it, so that it can say what is expected before there is any.
 */

/** The kinds of call; `list` is walked over two pages, and `wait` starts a job and waits for its end. */
export type Kind = "get" | "list" | "create" | "upload" | "download" | "wait";

/** What a server does to one request. Those of the script need a clock, a scheme or a state that no local server has. */
export type Trouble =
  | "slow headers"
  | "a body that stalls"
  | "a connection refused"
  | "a connection reset before the answer"
  | "a connection reset after 20 bytes"
  | "429 with retry-after-ms"
  | "429 with retry-after in seconds"
  | "429 with retry-after as an IMF date"
  | "429 with retry-after as an RFC 850 date"
  | "429 with retry-after as an asctime date"
  | "429 with x-ratelimit-reset in epoch seconds"
  | "429 with x-ratelimit-reset in seconds from now"
  | "429 with no hint"
  | "429 with no hint, and no rate class"
  | "429 with retry-after of a day"
  | "503 with retry-after"
  | "a redirect to another host"
  | "http after https"
  | "an empty 500"
  | "HTML in JSON's place"
  | "a page token that repeats"
  | "a page that repeats"
  | "a next page on another host"
  | "a job that never ends"
  | "a job that fails";

/** What must come of a call. */
export interface Expected {
  /** The name of the error's class, or `data` where the caller gets what was asked for. */
  readonly outcome: string;
  /** The name of the class of its cause, which then has the `facts`. */
  readonly cause?: string;
  /** Members of the error. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** `attempts` of the error, or of `meta` where there is data. */
  readonly attempts?: number;
  /** How many requests of the troubled operation reach the server: one number, or the fewest and the most. */
  readonly sent: number | readonly [number, number];
  /** How many requests reach another host; none of them may have credentials. @default 0 */
  readonly foreign?: number;
  /** Milliseconds between the first two of them, at least and at most. */
  readonly waited?: readonly [number, number];
}

/** One misbehaviour, and what it leads to for each kind of call; a kind that is not named cannot meet it. */
export interface OutcomeRow {
  /** What the server does. */
  readonly trouble: Trouble;
  /** To the first request only, or to all of them. */
  readonly times: "once" | "always";
  /** The outcomes. */
  readonly expected: { readonly [kind in Kind]?: Expected };
}

/** A call that fails with an error of a class, after so many attempts. */
const fails = (outcome: string, attempts: number, more: Partial<Expected> = {}): Expected => ({
  outcome,
  attempts,
  sent: attempts,
  ...more,
});

/** A call that succeeds, after so many attempts. */
const gives = (attempts: number, more: Partial<Expected> = {}): Expected => fails("data", attempts, more);

/** A wait that ends because its polls fail: their last error is the cause. It counts polls, not their attempts. */
const waitFails = (cause: string, sent: Expected["sent"], facts: Expected["facts"] = {}): Expected => ({
  outcome: "WaiterError",
  cause,
  sent,
  facts,
});

/** A wait that survives: the job is done at the poll after the troubled one, or at its repetition. */
const waitGives = (more: Partial<Expected> = {}): Expected => ({ outcome: "data", sent: 2, ...more });

/** Three polls in a row may fail, for whatever reason that is not one of six statuses. */
const FAILED_POLLS = 4;
/** The same with three attempts each. */
const ALL_POLLS = 12;

/** The same for all kinds but `wait`, which repeats a failing poll. */
const forAll = (one: Expected, wait: Expected): OutcomeRow["expected"] => ({
  get: one,
  list: one,
  create: one,
  upload: one,
  download: one,
  wait,
});

/**
 * Of two seconds: the retry adds up to half a second, and the class opens a quarter of a second to three quarters after
 * the time that the server names. A clock of whole seconds may take one off.
 */
const hinted = { waited: [2_000, 2_750] } as const;
const hintedInSeconds = { waited: [1_000, 2_750] } as const;

const limitedOnce = (trouble: Trouble, more: Partial<Expected>): OutcomeRow => ({
  trouble,
  times: "once",
  expected: forAll(gives(2, more), waitGives(more)),
});

const limitedAlways = (trouble: Trouble, more: Partial<Expected>): OutcomeRow => ({
  trouble,
  times: "always",
  // Nothing was done by a request that was refused, so that a POST is repeated too.
  expected: forAll(fails("RateLimitError", 3, more), waitFails("RateLimitError", ALL_POLLS)),
});

const limited = (trouble: Trouble, more: Partial<Expected>): OutcomeRow[] => [
  limitedOnce(trouble, more),
  limitedAlways(trouble, more),
];

/** The table. */
export const outcomes: readonly OutcomeRow[] = [
  {
    trouble: "slow headers",
    times: "always",
    expected: {
      get: fails("TimeoutError", 3, { facts: { phase: "headers", limitMs: 30_000 } }),
      list: fails("TimeoutError", 3, { facts: { phase: "headers" } }),
      create: fails("TimeoutError", 1, { facts: { phase: "headers" } }),
      // fetch does not tell when an upload is done, so only the limit of the whole call holds.
      upload: fails("TimeoutError", 1, { facts: { phase: "total" } }),
      download: fails("TimeoutError", 3, { facts: { phase: "headers" } }),
      wait: waitFails("TimeoutError", ALL_POLLS, { phase: "headers" }),
    },
  },
  {
    trouble: "slow headers",
    times: "once",
    expected: {
      get: gives(2),
      list: gives(2),
      create: fails("TimeoutError", 1, { facts: { phase: "headers" } }),
      upload: fails("TimeoutError", 1, { facts: { phase: "total" } }),
      download: gives(2),
      wait: waitGives(),
    },
  },
  {
    // What has answered is not asked again: the retry ends where the body begins.
    trouble: "a body that stalls",
    times: "always",
    expected: forAll(fails("TimeoutError", 1, { facts: { phase: "body" } }), waitFails("TimeoutError", FAILED_POLLS)),
  },
  {
    trouble: "a connection reset after 20 bytes",
    times: "always",
    expected: forAll(
      fails("ConnectionError", 1, { facts: { kind: "reset" } }),
      waitFails("ConnectionError", FAILED_POLLS),
    ),
  },
  {
    trouble: "a connection reset before the answer",
    times: "always",
    expected: {
      ...forAll(
        fails("ConnectionError", 3, { facts: { kind: "reset" } }),
        waitFails("ConnectionError", ALL_POLLS, { kind: "reset" }),
      ),
      // The server may have done what a POST asked for.
      create: fails("ConnectionError", 1, { facts: { kind: "reset" } }),
    },
  },
  {
    trouble: "a connection reset before the answer",
    times: "once",
    expected: { ...forAll(gives(2), waitGives()), create: fails("ConnectionError", 1) },
  },
  {
    trouble: "a connection refused",
    times: "always",
    // The server has not seen the request, so that a POST is repeated too.
    expected: forAll(
      fails("ConnectionError", 3, { facts: { kind: "refused" } }),
      waitFails("ConnectionError", ALL_POLLS, { kind: "refused" }),
    ),
  },
  { trouble: "a connection refused", times: "once", expected: forAll(gives(2), waitGives()) },
  ...limited("429 with retry-after-ms", hinted),
  ...limited("429 with retry-after in seconds", hinted),
  ...limited("429 with retry-after as an IMF date", hintedInSeconds),
  ...limited("429 with retry-after as an RFC 850 date", hintedInSeconds),
  ...limited("429 with retry-after as an asctime date", hintedInSeconds),
  ...limited("429 with x-ratelimit-reset in epoch seconds", hintedInSeconds),
  ...limited("429 with x-ratelimit-reset in seconds from now", hinted),
  // The class is closed until its window of a minute ends, which began with the first request; that of a job
  // is its start, some two seconds before the first poll.
  limitedOnce("429 with no hint", { waited: [58_250, 60_750] }),
  {
    ...limitedAlways("429 with no hint", { waited: [58_250, 60_750] }),
    expected: {
      ...limitedAlways("429 with no hint", { waited: [58_250, 60_750] }).expected,
      // Ten requests of a minute each, and the ten minutes of the wait are over.
      wait: { outcome: "WaiterTimeoutError", sent: [9, 11] },
    },
  },
  // Half a second to a second: equal jitter on one second.
  ...limited("429 with no hint, and no rate class", { waited: [500, 1_000] }),
  {
    // Nobody waits for a day, and nobody asks sooner than he was told to.
    trouble: "429 with retry-after of a day",
    times: "always",
    expected: forAll(
      fails("RateLimitError", 1, { facts: { retryAfterMs: 86_400_000 } }),
      waitFails("RateLimitError", 1, { retryAfterMs: 86_400_000 }),
    ),
  },
  {
    trouble: "503 with retry-after",
    times: "always",
    expected: forAll(fails("ServerError", 3, hinted), waitFails("ServerError", ALL_POLLS)),
  },
  { trouble: "503 with retry-after", times: "once", expected: forAll(gives(2, hinted), waitGives(hinted)) },
  {
    trouble: "a redirect to another host",
    times: "always",
    expected: {
      ...forAll(
        fails("UnexpectedStatusError", 1, { facts: { status: 302 } }),
        waitFails("UnexpectedStatusError", FAILED_POLLS, { status: 302 }),
      ),
      // Its document allows other hosts.
      download: gives(1, { foreign: 1 }),
    },
  },
  {
    trouble: "http after https",
    times: "always",
    expected: {
      ...forAll(fails("UnexpectedStatusError", 1), waitFails("UnexpectedStatusError", FAILED_POLLS)),
      download: fails("RedirectError", 1),
    },
  },
  {
    trouble: "an empty 500",
    times: "always",
    expected: {
      ...forAll(
        fails("ServerError", 3, { facts: { status: 500, body: undefined, bodyText: "" } }),
        waitFails("ServerError", ALL_POLLS, { status: 500 }),
      ),
      create: fails("ServerError", 1, { facts: { status: 500, body: undefined } }),
    },
  },
  {
    trouble: "an empty 500",
    times: "once",
    expected: { ...forAll(gives(2), waitGives()), create: fails("ServerError", 1) },
  },
  {
    trouble: "HTML in JSON's place",
    times: "always",
    expected: {
      ...forAll(
        fails("DecodeError", 1, { facts: { status: 200, contentType: "text/html" } }),
        waitFails("DecodeError", FAILED_POLLS, { status: 200 }),
      ),
      // No JSON is due: a file may be a page. Its type tells.
      download: gives(1),
    },
  },
  {
    trouble: "a page token that repeats",
    times: "always",
    expected: { list: { outcome: "PaginationError", facts: { kind: "loop" }, sent: 1 } },
  },
  {
    trouble: "a page that repeats",
    times: "always",
    expected: { list: { outcome: "PaginationError", facts: { kind: "loop" }, sent: 1 } },
  },
  {
    trouble: "a next page on another host",
    times: "always",
    expected: { list: { outcome: "PaginationError", facts: { kind: "foreignHost" }, sent: 1 } },
  },
  {
    // Ten minutes, the first polls 2, 3, 4.5, 6.75 and 10.1 s apart and the others 15 s, with 20 % of jitter.
    trouble: "a job that never ends",
    times: "always",
    expected: { wait: { outcome: "WaiterTimeoutError", sent: [36, 54] } },
  },
  { trouble: "a job that fails", times: "always", expected: { wait: { outcome: "WaiterFailedError", sent: 1 } } },
];

/** One cell of the table. */
export interface OutcomeCase extends Expected {
  /** For the test's name. */
  readonly name: string;
  readonly kind: Kind;
  readonly trouble: Trouble;
  readonly times: OutcomeRow["times"];
}

/** The cells of the table in its order. */
export const outcomeCases: readonly OutcomeCase[] = outcomes.flatMap(({ trouble, times, expected }) =>
  (Object.entries(expected) as [Kind, Expected][]).map(([kind, cell]) => ({
    name: `${kind}, ${trouble} (${times})`,
    kind,
    trouble,
    times,
    ...cell,
  })),
);
