import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MUSEUM, makeFolder, removeFolder, runCommand, typeCheck } from "./workspace.ts";

let folder: string;

beforeAll(() => {
  folder = makeFolder();
  runCommand(MUSEUM, join(folder, "generated"));
});

afterAll(() => removeFolder(folder));

const HEAD = `import { type ApiError, type Core, type NoAnswer } from "@fairlead/runtime";
import type { FileResult } from "@fairlead/runtime/files";
import { groups } from "./generated/client.ts";
import { type AddPhotoData, getExhibit, listExhibits } from "./generated/operations.ts";
declare const core: Core;
const { exhibits, audioGuides, tours } = groups(core);
/** Compiles only if both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}
`;

/** The messages for statements that stand in an async function after {@link HEAD}. */
function errorsOf(statements: string): string[] {
  const code = `${HEAD}export async function main(): Promise<void> {\n${statements}\n}\nvoid [getExhibit, listExhibits, same];\n`;
  return typeCheck(folder, "consumer.ts", code);
}

describe("generated types", { timeout: 60_000 }, () => {
  test("accept what the document allows and give what it declares", () => {
    expect(
      errorsOf(`
  const page = await exhibits.list({ limit: 5, tags: ["a"], filter: { from: 3 }, "page-color": "red", age: "old" });
  same<typeof page.result, { id: number; name: string }[]>(true);
  for await (const exhibit of exhibits.list({ limit: 5 })) same<typeof exhibit, { id: number; name: string }>(true);
  for await (const { items, next } of exhibits.list.pages({}, { from: "word" })) {
    same<typeof items, { id: number; name: string }[]>(true);
    same<typeof next, string | undefined>(true);
  }
  same<Awaited<ReturnType<typeof listExhibits.all>>, { id: number; name: string }[]>(true);
  await exhibits.list();
  await listExhibits(core);
  await exhibits.get({ id: 1, lang: "en", "X-Trace": "t" }, { timeoutMs: 10 });
  same<Awaited<ReturnType<typeof getExhibit>>, { id: number; name: string }>(true);
  await getExhibit(core, { id: 1 });
  await exhibits.create({ body: { name: "Vase" } });
  const updated = await exhibits.update({ id: 1 });
  same<typeof updated, { id: number; name: string } | undefined>(true);
  await exhibits.addPhoto({ id: 1, body: { file: new Blob([]) } });
  const photo = await exhibits.addPhoto({ id: 1, body: new FormData() });
  same<typeof photo, undefined>(true);
  same<AddPhotoData, undefined>(true);
  await audioGuides.replace({ id: 1, body: new Uint8Array(3) });
  await audioGuides.replace({ id: 1, body: new Blob([]) });
  const sound = await audioGuides.get({ id: 1, ticket: "t" });
  same<typeof sound, Blob>(true);
  await tours.start({ "Idempotency-Key": "k", body: { rooms: [1] } });
  const { stream, size } = await audioGuides.get.download({ id: 1, ticket: "t" }).open({ timeoutMs: 5 });
  same<typeof stream, ReadableStream<Uint8Array<ArrayBuffer>>>(true);
  same<typeof size, number | undefined>(true);
  await audioGuides.replace({ id: 1, body: new Blob([]) }, { onProgress: ({ sent, total }) => void (sent / total) });
  const wait = tours.start.wait({ body: { rooms: [1] } }, { maxWaitMs: 1, onProgress: (tour) => void tour.id });
  same<Awaited<ReturnType<typeof wait.done>>, FileResult>(true);
  for await (const tour of tours.start.wait.resume(wait.serialize())) void tour.status;
  const address = await tours.get.wait({ id: "a" }).done();
  same<typeof address, string>(true);
  const hours = await tours.getOpeningHours({});
  same<typeof hours, string>(true);`),
    ).toEqual([]);
  });

  test("tell the outcomes of .safe and .full apart by status", () => {
    expect(
      errorsOf(`
  const result = await exhibits.create.safe({ body: { name: "Vase" } });
  if (result.ok) same<typeof result.data.id, number>(true);
  else if (result.status === 400) same<typeof result.error, ApiError<400, { title: string }>>(true);
  else if (result.status === 0) same<typeof result, NoAnswer>(true);
  else {
    same<typeof result.error.body, { error: string }>(true);
    const other: 500 | 400 = result.status === 500 ? result.status : 400;
    void other;
  }
  const full = await tours.start.full({ body: { rooms: [] } });
  same<typeof full.status, 200 | 201>(true);
  const either = await exhibits.update.full({ id: 1 });
  if (either.status === 204) same<typeof either.data, undefined>(true);
  else same<typeof either.data, { id: number; name: string }>(true);
  const gone = await exhibits.delete.safe({ id: 1 });
  if (gone.status === 303) same<typeof gone.error.body, undefined>(true);
  const heard = await audioGuides.get.safe({ id: 1, ticket: "t" });
  if (heard.status === 404) same<typeof heard.error.body, string>(true);`),
    ).toEqual([]);
  });

  const refused = [
    ["a wrong name", "await exhibits.list({ limmit: 5 });", "TS2561"],
    ["a wrong name beside required ones", "await exhibits.get({ id: 1, langg: 'en' });", "TS2561"],
    ["a wrong type", "await exhibits.get({ id: '1' });", "TS2322"],
    ["a wrong type in the body", "await exhibits.create({ body: { name: 1 } });", "TS2322"],
    ["a missing parameter", "await audioGuides.get({ id: 1 });", "TS2345"],
    ["a missing body", "await exhibits.addPhoto({ id: 1 });", "TS2345"],
    ["a missing field of the body", "await exhibits.create({ body: {} });", "TS2741"],
    ["no input where one is required", "await exhibits.get();", "TS2554"],
    ["an input where none is declared", "await tours.getOpeningHours({ id: 1 });", "TS2322"],
    ["text as a binary body", "await audioGuides.replace({ id: 1, body: 'text' });", "TS2322"],
    ["undefined for an optional parameter", "await exhibits.list({ limit: undefined });", "TS2379"],
    ["an unknown option", "await exhibits.get({ id: 1 }, { timeout: 1 });", "TS2561"],
    ["the limit of a whole list for its pages", "exhibits.list.pages({}, { max: 1 });", "TS2353"],
    ["a list where no pages are declared", "exhibits.get.all({ id: 1 });", "TS2339"],
    ["a wait where no job is declared", "exhibits.get.wait({ id: 1 });", "TS2339"],
    ["an option of a call for a wait", "tours.get.wait({ id: 'a' }, { timeoutMs: 1 });", "TS2353"],
    ["a download where no file is declared", "exhibits.get.download({ id: 1 });", "TS2339"],
    ["progress where nothing is uploaded", "await exhibits.get({ id: 1 }, { onProgress: () => {} });", "TS2353"],
    ["a standalone call without a client", "await getExhibit({ id: 1 });", "TS2554"],
    ["a field that the answer lacks", "(await exhibits.get({ id: 1 })).nmae;", "TS2339"],
    ["data before ok is known", "(await exhibits.get.safe({ id: 1 })).data;", "TS2339"],
  ] as const;

  test("refuse wrong input and wrong use of an answer, each where it stands", () => {
    const errors = errorsOf(refused.map(([, statement]) => `  ${statement}`).join("\n"));
    const first = HEAD.split("\n").length + 1;
    const found = errors.map((error) => /^consumer\.ts\((\d+),\d+\): error (TS\d+): /.exec(error)?.slice(1));
    const names = found.map((match) => `${refused[Number(match?.[0]) - first]?.[0]}: ${match?.[1]}`);
    expect(names).toEqual(refused.map(([name, , code]) => `${name}: ${code}`));
  });
});
