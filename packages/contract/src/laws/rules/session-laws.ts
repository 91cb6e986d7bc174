import type { OperationTable } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import { must } from "../broken.ts";
import { examplesToTry } from "../document/law-document.ts";
import { readPointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import { writeRef } from "../requests/valid-draft.ts";

/** The same key has one effect. */
export const idempotentReplay: Law = {
  name: "idempotent_replay",
  states: "a repeated key gives the first answer with the declared status and has one effect, until its time is over",
  targets: ({ tables }) => tables.operations.filter(({ idempotency }) => idempotency !== undefined).map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const table = context.tables.idempotency[operation.idempotency ?? ""];
    if (table === undefined) return;
    const withKey = (draft: RequestDraft, key: string): RequestDraft => writeRef(draft, `header.${table.header}`, key);
    const count = async (client: LawClient): Promise<number> =>
      [...(await client.population()).values()].reduce((sum, list) => sum + list.length, 0);
    await bench.attempt(async () => {
      const client = await bench.open();
      const draft = withKey(await client.valid(operation), "first-key");
      const first = await client.send(operation, draft);
      must(isSuccess(first), "a request with a new key is refused", first);
      const made = await count(client);
      const second = await client.send(operation, draft);
      must(
        second.status === table.replayStatus,
        `a repeated key is answered with ${second.status}; ${table.replayStatus} expected`,
        second,
      );
      must(
        JSON.stringify(second.json) === JSON.stringify(first.json),
        "a repeated key gives another answer than the first",
        second,
      );
      must((await count(client)) === made, "a repeated key makes something again", second);
      const other = await client.send(operation, withKey(draft, "second-key"));
      must(isSuccess(other) && (await count(client)) > made, "a new key makes nothing new", other);
    });
    await bench.attempt(async () => {
      const client = await bench.open();
      const draft = withKey(await client.valid(operation), "first-key");
      const first = await client.send(operation, draft);
      await client.world.advance(table.ttlMs + 1);
      const late = await client.send(operation, draft);
      must(late.status === first.status, `after ${table.ttlMs} ms a key is still answered as a repeat`, late);
    });
    const examples = context.document.requestExamples.get(target) ?? [];
    const [one, another] = examples;
    if (one === undefined || another === undefined) return;
    await bench.attempt(async () => {
      const client = await bench.open();
      await client.send(operation, withKey(await client.valid(operation, { example: one }), "first-key"));
      const answer = await client.send(
        operation,
        withKey(await client.valid(operation, { example: another }), "first-key"),
      );
      must(answer.status >= 400 && answer.status < 500, "a known key with another body is not refused", answer);
    });
  },
};

/** One step of a program: who does what. */
interface Step {
  readonly who: 0 | 1;
  readonly operation: string;
}

/** Nothing leaks between sessions. */
export const sessionIsolation: Law = {
  name: "session_isolation",
  states: "two sessions that are used in turns answer as each would alone",
  targets: (context) => [changing(context)[0]?.id ?? ""].filter((id) => id !== ""),
  async check(bench) {
    const { context } = bench;
    const ids = [
      ...changing(context),
      ...context.tables.operations.filter(({ resource }) => resource?.action === "list"),
    ].map(({ id }) => id);
    const steps: fc.Arbitrary<Step[]> = fc.array(
      fc.record({ who: fc.constantFrom(0 as const, 1 as const), operation: fc.constantFrom(...ids) }),
      { minLength: 4, maxLength: 12 },
    );
    await bench.property(
      steps,
      async (program) => {
        const [left, right, alone] = [await bench.open(), await bench.open(), await bench.open()];
        const together: { answer: Exchange; shown: string }[] = [];
        for (const { who, operation } of program) {
          const answer = await (who === 0 ? left : right).call(operation);
          if (who === 0) together.push({ answer, shown: show(answer, left) });
        }
        for (const { operation } of program.filter(({ who }) => who === 0)) {
          const shown = show(await alone.call(operation), alone);
          const { answer, shown: first } = together.shift() ?? {};
          must(
            answer !== undefined && first === shown,
            `${operation} answers otherwise when another session is used in between; alone it is ${shown.slice(0, 300)}`,
            answer,
          );
        }
        for (const type of Object.keys(context.tables.resources)) {
          const [mine, lone] = [(await left.world.entities(type)).length, (await alone.world.entities(type)).length];
          must(mine === lone, `the session has ${mine} of ${type}; alone it has ${lone}`);
        }
      },
      Math.min(8, context.runs),
    );
  },
};

/** No secret stands in the journal. */
export const sensitiveMasked: Law = {
  name: "sensitive_masked",
  states: "neither credentials nor values that are declared sensitive stand in the journal",
  targets: ({ tables }) => tables.operations.map(({ id }) => id),
  async check(bench, target) {
    for (const example of examplesToTry(bench.context.document, target)) {
      await bench.attempt(async () => {
        const client = await bench.open();
        const operation = bench.context.operation(target);
        const draft = await client.valid(operation, example === undefined ? {} : { example });
        const answer = await client.send(operation, draft);
        await client.send(operation, draft, { credential: "invalid-but-secret" });
        const { path = [], query = [], header = [], request = [], response = [] } = operation.sensitive ?? {};
        const values = [
          client.world.token(),
          client.world.credential?.(operation.id)?.value,
          "invalid-but-secret",
          ...path.map((name) => draft.path[name]),
          ...query.map((name) => draft.query[name]),
          ...header.map((name) => draft.header[name]),
          ...request.map((pointer) => readPointer(draft.body?.value, pointer)),
          ...response.map((pointer) => readPointer(answer.json, pointer)),
        ];
        const journal = JSON.stringify(await client.world.journal());
        must(journal.length > 2, "the journal is empty");
        must(journal.includes(operation.id), `the journal does not name ${operation.id}`);
        for (const secret of values.flatMap(secretsIn))
          must(!journal.includes(JSON.stringify(secret).slice(1, -1)), "the journal shows a sensitive value", answer);
      });
    }
  },
};

/** The operations that change something. */
function changing({ tables }: LawContext): OperationTable[] {
  return tables.operations.filter(
    ({ job, resource }) =>
      job !== undefined ||
      resource?.action === "create" ||
      resource?.action === "update" ||
      resource?.action === "delete",
  );
}

/** What an answer says, without the addresses of its own session. */
function show({ status, json }: Exchange, { world }: LawClient): string {
  const text = JSON.stringify(json, (_, value: unknown) =>
    typeof value === "string" && (value.startsWith(world.origin) || value.includes("/__sandbox__/"))
      ? "<address>"
      : value,
  );
  return `${status} ${text ?? ""}`;
}

/** The texts that must not be shown: a value itself; of a structure only addresses, since times and ids stand elsewhere too. */
function secretsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 8 ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((one) =>
    typeof one === "string" && !/^https?:/.test(one) ? [] : secretsIn(one),
  );
}
