import type { OperationTable, ResourceTable, ResourceUse } from "@fairlead/sandbox/tables";
import { createBy, draftAbout, itemKey, keyText, listedKeys, operationsOn, someEntity } from "../acts/resource-acts.ts";
import { wholeList } from "../acts/walk-pages.ts";
import { must } from "../broken.ts";
import { examplesToTry } from "../document/law-document.ts";
import { readPointer } from "../document/pointer.ts";
import { same } from "../document/same.ts";
import { isObject } from "../document/shapes.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import { memberName } from "../requests/valid-draft.ts";
import type { WorldEntity } from "../world.ts";
import { mustAnswer } from "./access-laws.ts";
import { mustConform } from "./conformance-laws.ts";

const uses = ({ tables }: LawContext, action: ResourceUse["action"]): OperationTable[] =>
  tables.operations.filter(({ resource }) => resource?.action === action);

/** What was created reads back as it was sent. */
export const createThenGetEqual: Law = {
  name: "create_then_get_equal",
  states: "what was created reads back with the members that were sent, and as the creating answer showed it",
  targets: (context) => uses(context, "create").map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const { type = "", item = "" } = operation.resource ?? {};
    for (const example of examplesToTry(context.document, target)) {
      await bench.attempt(async () => {
        const client = await bench.open();
        const draft = await client.valid(operation, example === undefined ? {} : { example });
        const { answer, shown, entity } = await createBy(client, operation, draft);
        const { key } = context.tables.resources[type] ?? {};
        const made = key && readPointer(entity, key.pointer);
        must(
          key === undefined || isKey(made, key),
          `the key is ${JSON.stringify(made)}, declared is ${key?.generate}`,
          answer,
        );
        const sent = readPointer(draft.body?.value, item);
        const hooked = isHooked(target, context);
        if (isObject(sent)) mustShare(sent, shown, "sent, and in the answer to its creation", answer, hooked);
        for (const { got, isLoose } of await readsOf(client, type, entity)) {
          const told = keyText(client, type, got);
          must(told === keyText(client, type, entity), `the key is ${told}, made was ${short(made)}`, answer);
          if (isObject(shown)) mustShare(shown, got, "created, and read again", answer, isLoose);
          if (isObject(sent)) mustShare(sent, got, "sent, and read again", answer, hooked || isLoose);
        }
      });
    }
  },
};

/** An update changes what it says and nothing else. */
export const patchIsPartial: Law = {
  name: "patch_is_partial",
  states: "an update changes the members that it sends, and no other but the time of change",
  targets: (context) => uses(context, "update").map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const { type = "", item = "" } = operation.resource ?? {};
    for (const example of examplesToTry(context.document, target)) {
      await bench.attempt(async () => {
        const client = await bench.open();
        const entity = await someEntity(client, type);
        must(entity !== undefined, `there is no ${type} to change`);
        const draft = await draftAbout(client, operation, entity, example);
        const reads = operationsOn(type, "get", context);
        const before = await Promise.all(reads.map(async (get) => shownBy(client, get, entity)));
        await client.world.advance(5000);
        const answer = await client.send(operation, draft);
        must(isSuccess(answer), "a valid change is refused", answer);
        const sent = readPointer(draft.body?.value, item);
        const after = await client.stored(type, entity);
        must(after !== undefined, "what was changed is gone", answer);
        const { modified } = context.tables.resources[type]?.times ?? {};
        if (modified !== undefined)
          must(
            !same(readPointer(after, modified), readPointer(entity, modified)),
            `the time at ${modified} is not stamped`,
            answer,
          );
        const mayChange = [...Object.keys(isObject(sent) ? sent : {}), memberName(modified ?? "")];
        for (const [index, get] of reads.entries()) {
          const shown = await shownBy(client, get, after);
          if (isObject(sent)) mustShare(sent, shown, "sent, and read again", answer, isHooked(target, context));
          const untouched = Object.entries(before[index] ?? {}).filter(([name]) => !mayChange.includes(name));
          mustShare(
            Object.fromEntries(untouched),
            shown,
            "there before the change, and after it",
            answer,
            isHooked(target, context),
          );
        }
      });
    }
  },
};

/** What was deleted is gone. */
export const deleteThen404: Law = {
  name: "delete_then_404",
  states: "what was deleted is neither read nor listed nor deleted again",
  targets: (context) => uses(context, "delete").map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const { type = "" } = operation.resource ?? {};
    await bench.attempt(async () => {
      const client = await bench.open();
      const entity = await someEntity(client, type);
      must(entity !== undefined, `there is no ${type} to delete`);
      const draft = await draftAbout(client, operation, entity);
      const reads = await Promise.all(
        operationsOn(type, "get", context).map(async (get) => ({ get, about: await draftAbout(client, get, entity) })),
      );
      const lists = operationsOn(type, "list", context);
      const listDrafts = await Promise.all(lists.map((list) => draftAbout(client, list, entity)));
      const answer = await client.send(operation, draft);
      must(isSuccess(answer), "a valid delete is refused", answer);
      for (const { get, about } of reads) {
        const read = await client.send(get, about);
        must(read.status === 404, "what was deleted is read again; 404 expected", read);
        mustConform(read, context);
      }
      const again = await client.send(operation, draft);
      must(again.status === 404, "what was deleted is deleted again; 404 expected", again);
      for (const [index, list] of lists.entries()) {
        const page = await client.send(list, listDrafts[index] ?? draft);
        const items = readPointer(page.json, list.pagination?.items ?? list.resource?.result ?? "");
        const keys = (Array.isArray(items) ? items : []).map((one) => itemKey(client, list, one));
        must(!keys.includes(keyText(client, type, entity)), "what was deleted is listed", page);
      }
    });
  },
};

/** What was created is listed. */
export const listContainsCreated: Law = {
  name: "list_contains_created",
  states: "what was created stands in the lists of its resource, once",
  targets: (context) =>
    uses(context, "create")
      .filter(({ resource }) => operationsOn(resource?.type ?? "", "list", context).length > 0)
      .map(({ id }) => id),
  async check(bench, target) {
    const operation = bench.context.operation(target);
    const { type = "" } = operation.resource ?? {};
    await bench.attempt(async () => {
      const client = await bench.open();
      const { entity } = await createBy(client, operation);
      for (const list of operationsOn(type, "list", bench.context)) {
        const { keys, last } = await listedKeys(client, list, entity);
        const count = keys.filter((key) => key === keyText(client, type, entity)).length;
        must(count === 1, `what was created stands in the list ${count} times`, last);
      }
    });
  },
};

/** What must be unique can't be made twice. */
export const uniqueConflict: Law = {
  name: "unique_conflict",
  states:
    "a second entity with the same unique members gives the declared answer and is not stored; elsewhere the same is free",
  targets: (context) =>
    uses(context, "create")
      .filter(({ resource }) => (context.tables.resources[resource?.type ?? ""]?.unique.length ?? 0) > 0)
      .map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const { type = "" } = operation.resource ?? {};
    for (const rule of context.tables.resources[type]?.unique ?? []) {
      await bench.attempt(async () => {
        const client = await bench.open();
        const { draft } = await createBy(client, operation);
        const before = (await client.world.entities(type)).length;
        const again = await client.send(operation, draft);
        mustAnswer(again, rule, `a second ${type} with the same ${rule.pointers.join(", ")}:`, context);
        const after = (await client.world.entities(type)).length;
        must(after === before, "what was refused is stored", again);
        const other = await client.send(operation, await client.valid(operation));
        must(isSuccess(other), "another name is refused", other);
      });
    }
  },
};

/** Whether a key looks like those that are generated. */
function isKey(key: unknown, { generate, start = 1, length, prefix = "" }: ResourceTable["key"]): boolean {
  if (generate === "sequence") return Number.isInteger(key) && Number(key) >= start;
  if (generate === "request") return key !== undefined;
  if (typeof key !== "string") return false;
  const forms = {
    uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
    hex: new RegExp(`^[\\da-f]{${length ?? "1,"}}$`),
    token: new RegExp(`^[\\w-]{${length ?? "1,"}}$`),
  };
  return key.startsWith(prefix) && forms[generate].test(key.slice(prefix.length));
}

/** What operations show of an entity: those that get one, and where there is none its lists, which may show it otherwise. */
async function readsOf(
  client: LawClient,
  type: string,
  entity: WorldEntity,
): Promise<{ got: Record<string, unknown>; isLoose: boolean }[]> {
  const { context } = client;
  const found: { got: Record<string, unknown>; isLoose: boolean }[] = [];
  for (const get of operationsOn(type, "get", context))
    found.push({ got: await shownBy(client, get, entity), isLoose: false });
  if (found.length > 0) return found;
  for (const list of operationsOn(type, "list", context)) {
    const { items, last } = await wholeList(client, list, await draftAbout(client, list, entity));
    const got = items.find((item) => itemKey(client, list, item) === keyText(client, type, entity));
    must(isObject(got), "what was created is not listed", last);
    found.push({ got, isLoose: isHooked(list.id, context) });
  }
  return found;
}

/** What an operation shows of an entity. @throws {Broken} It is not found. */
async function shownBy(client: LawClient, get: OperationTable, entity: WorldEntity): Promise<Record<string, unknown>> {
  const read = await client.send(get, await draftAbout(client, get, entity));
  must(isSuccess(read), "what is there is not found", read);
  const shown = readPointer(read.json, get.resource?.result ?? "");
  must(isObject(shown), `there is no entity at ${JSON.stringify(get.resource?.result)}`, read);
  return shown;
}

/** Whether an operation has logic of its own, which may leave members open, and derive structures from others. */
function isHooked(operationId: string, { tables }: LawContext): boolean {
  return Object.hasOwn((tables as { hooks?: object }).hooks ?? {}, operationId);
}

/** @throws {Broken} A member that both have differs; files and what only one has are passed over. */
function mustShare(
  expected: Readonly<Record<string, unknown>>,
  got: unknown,
  when: string,
  answer: Exchange,
  isLoose: boolean,
): void {
  if (!isObject(got)) return;
  for (const [name, value] of Object.entries(expected)) {
    const other = got[name];
    if (value instanceof Blob || !Object.hasOwn(got, name) || (value === "null" && other === null)) continue;
    if (isLoose && (isObject(value) || isObject(other) || other === "" || other === null)) continue;
    must(same(other, value), `${name} is ${short(value)} as ${when} it is ${short(other)}`, answer);
  }
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? "missing").slice(0, 80);
}
