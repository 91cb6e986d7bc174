import { createHmac } from "node:crypto";
import type { OperationTable, Tables } from "@fairlead/sandbox/tables";
import { must } from "../broken.ts";
import { readPointer, writePointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import { isSuccess } from "../requests/exchange.ts";

const day = 86_400_000;
let count = 0;

/** Who asked to be told is told once, in a way that it can trust. */
export const webhookSignedOnce: Law = {
  name: "webhook_signed_once",
  states: "who asked for an event gets it once, with a signature of its body by the secret that was given out",
  targets: ({ tables }) => tables.operations.filter((one) => eventsOf(one, tables).length > 0).map(({ id }) => id),
  async check(bench, target) {
    const { tables } = bench.context;
    const { webhooks } = tables;
    const operation = bench.context.operation(target);
    const maker = makerOf(tables);
    if (webhooks === undefined || maker === undefined) return;
    const { receiver, signature } = webhooks;
    for (const event of eventsOf(operation, tables)) {
      await bench.attempt(async () => {
        const client = await bench.open();
        const told = client.world.told?.bind(client.world);
        if (told === undefined) throw new TypeError("The world does not say what it told receivers: it lacks `told`.");
        const draft = await client.valid(operation);
        count += 1;
        const url = `https://receiver.example/law-${count}`;
        const { path, query, header, body } = await client.valid(maker);
        // Further members may limit what the receiver is told of.
        const value = writePointer(writePointer({}, receiver.url, url), receiver.events, [event]);
        const mediaType = body?.mediaType ?? "application/json";
        const made = await client.send(maker, { path, query, header, body: { mediaType, value } });
        must(isSuccess(made), "who wants to be told is refused", made);
        const secret = readPointer(made.json, receiver.secret);
        must(typeof secret === "string" && secret !== "", "who is to be told gets no secret", made);
        const answer = await client.send(operation, draft);
        must(isSuccess(answer), "a valid request is refused", answer);
        const [first, ...others] = await told(url);
        if (first === undefined) return must(false, `nobody is told of ${event}`, answer);
        must(others.length === 0, `${event} is told ${others.length + 1} times`, answer);
        const expected = createHmac("sha1", String(secret)).update(first.body).digest("hex");
        const given = first.headers[signature.header.toLowerCase()];
        must(given === expected, `${event} has the signature ${given}; that of its body is ${expected}`, answer);
        await client.world.advance(day);
        must((await told(url)).length === 1, `${event} was taken, and is told again later`, answer);
      });
    }
  },
};

/** The events that happen when an operation makes what it makes; none where nobody can ask to be told. */
function eventsOf({ resource }: OperationTable, tables: Tables): readonly string[] {
  if (resource?.action !== "create" || makerOf(tables) === undefined) return [];
  const isEvent = ({ on }: NonNullable<Tables["webhooks"]>["events"][string]): boolean =>
    on.some((trigger) => trigger.action === "create" && trigger.resource === resource.type);
  return Object.entries(tables.webhooks?.events ?? {}).flatMap(([name, event]) => (isEvent(event) ? [name] : []));
}

/** The operation by which somebody asks to be told. */
function makerOf({ webhooks, operations }: Tables): OperationTable | undefined {
  return operations.find(({ resource }) => resource?.action === "create" && resource.type === webhooks?.receiver.type);
}
