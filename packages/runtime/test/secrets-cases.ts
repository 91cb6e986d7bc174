import {
  type CallOptions,
  type CoreOptions,
  createCore,
  inHeader,
  inPath,
  inQuery,
  type OperationRow,
  operation,
} from "../src/index.ts";
import type { OperationFunction } from "../src/operation.ts";
import { createRaw, request } from "../src/raw/index.ts";
import { API_ERRORS } from "../src/response/api-errors.ts";
import { asJson } from "../src/response/as-json.ts";
import {
  assertNoSecrets,
  type FakeClock,
  fakeClock,
  type MockAnswer,
  type MockTransport,
  mockTransport,
  type WatchedLog,
  type WatchedOutcome,
} from "../src/testing/index.ts";
import { type Scenario, scenarios } from "./secrets-scenarios.ts";

/** The ways to make a call. */
export const forms = ["function", "safe", "full", "request", "raw"] as const;
/** One of them. */
export type Form = (typeof forms)[number];

/** Where a secret is, and what of it a server, a proxy or a network library may write into its texts. */
export interface Place {
  readonly name: string;
  /** The options that bring it into a client. */
  options(secret: string): Partial<CoreOptions>;
  /** Whether it is a credential, which the body of an error does not show either. */
  readonly isCredential?: true;
  /** Whether the call has it as the value of a parameter that its document calls sensitive. */
  readonly isInput?: true;
  echo(secret: string): string;
}

const TOKEN = "museum-token-0123456789";

/** All places. */
export const places: readonly Place[] = [
  {
    name: "a bearer token",
    options: (auth) => ({ auth }),
    isCredential: true,
    echo: (secret) => `Bearer ${secret}`,
  },
  {
    name: "a header of a provider",
    options: (secret) => ({ auth: () => ({ "x-api-key": secret }) }),
    isCredential: true,
    echo: (secret) => `x-api-key: ${secret}`,
  },
  {
    name: "a query parameter, in the address of the request",
    options: () => ({}),
    isInput: true,
    echo: (secret) => `GET https://api.museum.test/visits?sig=${encodeURIComponent(secret)}`,
  },
  {
    name: "a query parameter, alone",
    options: () => ({}),
    isInput: true,
    echo: (secret) => `wrong value ${secret}`,
  },
  {
    name: "a signed address",
    options: () => ({}),
    echo: (secret) => `https://bucket.test/a/b?X-Signature=${encodeURIComponent(secret)}`,
  },
];

/** What a scenario needs to make its call. */
export interface Stage {
  readonly core: ReturnType<typeof createCore>;
  readonly clock: FakeClock;
  readonly transport: MockTransport;
  readonly input: object;
  readonly secret: string;
  /** The text with the secret in it. */
  readonly echo: string;
  readonly row: OperationRow;
  /** Takes what a program logs, or what a listener is told. */
  readonly log: WatchedLog;
}

/** One case: what goes wrong, how the call is made, and where the secret is. */
export interface SecretCase {
  readonly name: string;
  readonly scenario: Scenario;
  readonly form: Form;
  readonly place: Place;
}

/** Every case there is, without the secret. */
export const secretCases: readonly SecretCase[] = scenarios.flatMap((scenario) =>
  (scenario.forms ?? forms).flatMap((form) =>
    places
      // Nobody has told these two what the name of a parameter means.
      .filter(({ name }) => !(/alone/.test(name) && /request|raw/.test(form)))
      // The host of a file never got the credentials, so it can't send them back.
      .filter(({ isCredential }) => !(isCredential && scenario.kind === "file"))
      .map((place) => ({ name: `${scenario.name}, ${form}, ${place.name}`, scenario, form, place })),
  ),
);

/**
 * Runs a case and searches all that it leaves behind.
 * @throws {Error} The secret was found.
 */
export async function searchCase({ scenario, form, place }: SecretCase, secret: string): Promise<WatchedOutcome> {
  const echo = place.echo(secret);
  const clock = fakeClock();
  const script: MockAnswer[] = Array.from({ length: 20 }, (_, index) => () => scenario.play(echo, secret, index));
  const transport = mockTransport(script);
  let tell: WatchedLog = () => {};
  const core = createCore({
    name: "museum",
    version: "1.0.0",
    auth: TOKEN,
    baseUrl: "https://api.museum.test",
    ...place.options(secret),
    fetch: transport,
    clock,
    random: () => 0.5,
    onAttempt: (event) => tell("an event:", event),
    ...scenario.options?.(secret),
  });
  const row: OperationRow = {
    id: "getVisit",
    method: "GET",
    path: "/visits/{id}",
    parse: asJson,
    errors: API_ERRORS,
    params: {
      id: { in: inPath, type: "string" },
      sig: { in: inQuery, type: "string" },
      "x-room": { in: inHeader, type: "string" },
    },
    sensitive: { query: ["sig"], header: ["x-room"] },
    ...scenario.row,
  };
  const input = { id: "5", ...(place.isInput && { sig: secret }), ...scenario.input?.(secret) };
  // What a signed address is for is that others see its signature: only what the client knows stays at home.
  const isSigned = place.name === "a signed address" || scenario.kind === "file";
  const watch = isSigned ? {} : { transport, origin: "https://api.museum.test" };
  return assertNoSecrets(
    async (log) => {
      log(core);
      tell = log;
      const stage: Stage = { core, clock, transport, input, secret, echo, row, log };
      try {
        const work = scenario.run?.(stage) ?? call(form, stage, scenario.callOptions?.(secret));
        return await (scenario.drivesClock ? work : clock.finish(work));
      } catch (error) {
        const { body, bodyText } = error as { body?: unknown; bodyText?: unknown };
        log("call failed:", { error }, ...(place.isCredential ? [body, bodyText] : []));
        throw error;
      }
    },
    secret,
    watch,
  );
}

async function call(form: Form, { core, input, row }: Stage, options?: CallOptions): Promise<unknown> {
  const { id, sig, ...headers } = input as { id: string; sig?: string };
  const query = sig === undefined ? {} : { sig };
  if (form === "request") return request(core, "GET", `/visits/${encodeURIComponent(id)}`, { query, headers }, options);
  if (form === "raw") {
    const init = {
      params: { path: { id }, query },
      headers: { ...headers, ...options?.headers },
      signal: options?.signal,
    };
    // An answer of HTTP is handed on as the server wrote it: that is what `raw` is for.
    await createRaw<{ "/visits/{id}": { get: object } }>(core).GET("/visits/{id}", init as never);
    return "an answer";
  }
  const made = operation<OperationFunction>(row);
  if (form === "function") return made(core, input, options);
  if (form === "full") return made.full(core, input, options);
  const outcome = await made.safe(core, input, options);
  if (outcome.ok) return outcome;
  // Headers and response are the server's own.
  return { ok: false, error: outcome.error, meta: outcome.meta };
}
