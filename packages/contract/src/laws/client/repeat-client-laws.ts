import { must } from "../broken.ts";
import type { Law } from "../law.ts";
import type { LawClient } from "../requests/law-client.ts";
import type { ClientSubject } from "./client-subject.ts";
import { type Answering, inputOf, type Sent, subjectClient } from "./subject-client.ts";

/** What may be sent twice is, and nothing else. */
export function repeatsAsDeclared(subject: ClientSubject): Law {
  return {
    name: "client_repeats_as_declared",
    states:
      "a request whose answer is lost in a gateway or an outage is sent again if the document allows it, else once; one that the quota refuses is sent again in any case",
    targets: ({ tables }) => tables.operations.map(({ id }) => id).filter((id) => subject.rows[id]),
    async check(bench, target) {
      const { context } = bench;
      const { onExceed } = context.tables.rateLimits[context.operation(target).rateLimit ?? ""] ?? {};
      const canRepeat = subject.declarations.get(target)?.repeatable === true;
      for (const status of new Set([502, 503, onExceed?.status ?? 429])) {
        await bench.attempt(async () => {
          const isRefusal = status === onExceed?.status;
          const { sent } = await callWithLostAnswer(await bench.open(), target, subject, status, isRefusal);
          const expected = canRepeat || isRefusal ? 2 : 1;
          const what = `a request that may ${canRepeat ? "" : "not "}be repeated`;
          must(
            sent.length === expected,
            `${what} is sent ${sent.length} times after a ${status}; ${expected} expected`,
          );
        });
      }
    },
  };
}

/** The key makes a repeated request harmless. */
export function sendsKey(subject: ClientSubject): Law {
  return {
    name: "client_sends_key",
    states:
      "all requests of a call have one key in the declared header, and have one effect; another call has another key",
    targets: ({ tables }) => tables.operations.filter((one) => one.idempotency !== undefined).map(({ id }) => id),
    async check(bench, target) {
      const { tables } = bench.context;
      const { header = "" } = tables.idempotency[bench.context.operation(target).idempotency ?? ""] ?? {};
      await bench.attempt(async () => {
        const client = await bench.open();
        const { sent, effects, call } = await callWithLostAnswer(client, target, subject);
        const keys = sent.map(({ headers }) => headers.get(header));
        must(keys.every(Boolean), `a request has no ${header}`);
        must(new Set(keys).size === 1, `the requests of one call have different keys in ${header}`);
        must(new Set(effects).size === 1, "the repeated request has another effect");
        await call();
        must(sent.at(-1)?.headers.get(header) !== keys[0], `another call has the same key in ${header}`);
      });
    },
  };
}

/**
 * A call whose first answer is another one.
 * @param isRefused - Whether the first request has no effect. @default false, so that only its answer is lost
 */
async function callWithLostAnswer(
  client: LawClient,
  target: string,
  { rows }: ClientSubject,
  status: number = 502,
  isRefused: boolean = false,
): Promise<{ sent: readonly Sent[]; effects: readonly number[]; call(): Promise<void> }> {
  const operation = client.context.operation(target);
  const draft = await client.valid(operation);
  const { windowMs = 0 } = client.context.tables.rateLimits[operation.rateLimit ?? ""] ?? {};
  await client.world.advance(windowMs);
  const effects: number[] = [];
  const answering: Answering = async (_sent, _request, next) => {
    const isFirst = effects.length === 0;
    const response = isFirst && isRefused ? undefined : await next();
    const population = await client.population();
    effects.push([...population.values()].reduce((sum, entities) => sum + entities.length, 0));
    return response === undefined || isFirst ? new Response("The answer is lost.", { status }) : response;
  };
  const subject = subjectClient(client, rows, {}, answering);
  const call = async (): Promise<void> => {
    await subject.time.pass(subject.of(target).safe(subject.core, inputOf(draft)));
  };
  await call();
  return { sent: subject.sent, effects: [...effects], call };
}
