import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countInstantiations, MUSEUM, makeFolder, removeFolder, runCommand } from "./workspace.ts";

let folder: string;

beforeAll(() => {
  folder = makeFolder();
  runCommand(MUSEUM, join(folder, "generated"));
});

afterAll(() => removeFolder(folder));

const CALLS = [
  "await client.exhibits.list({ limit: 5 })",
  "await client.exhibits.get({ id: 1, lang: 'en' })",
  "await client.exhibits.create({ body: { name: 'Vase' } })",
  "await client.exhibits.update({ id: 1, body: { name: 'Vase' } })",
  "await client.exhibits.delete({ id: 1 })",
  "await client.exhibits.addPhoto({ id: 1, body: { file: new Blob([]) } })",
  "await client.audioGuides.get({ id: 1, ticket: 't' })",
  "await client.audioGuides.replace({ id: 1, body: new Blob([]) })",
  "await client.tours.start({ body: { rooms: [1] } })",
  "await client.tours.get({ id: 'a' })",
];

/** The forms that only a list has. */
const LIST_CALLS = [
  "await client.exhibits.list.all({ limit: 5 }, { max: 9 })",
  "client.exhibits.list.pages({ limit: 5 }, { prefetch: 1 })",
];

/** The forms that only an operation with a job has. */
const WAIT_CALLS = [
  "await client.tours.start.wait({ body: { rooms: [1] } }, { maxWaitMs: 9 }).done()",
  "client.tours.get.wait.resume('word')",
];

/** Instantiations of a file that imports the client's type and makes these calls. */
function countFor(calls: readonly string[]): number {
  const statements = calls.map((call, index) => `  const result${index} = ${call};\n  void result${index};\n`);
  return countInstantiations(
    folder,
    `import type { Groups } from "#client";
export async function main(client: Groups): Promise<void> {
  void client;
${statements.join("")}}
`,
  );
}

test("the import and the first call cost the checker at most 50 instantiations, each further call at most 20", {
  timeout: 60_000,
}, () => {
  const [one = 0, two = 0, ten = 0] = [1, 2, 10].map((count) => countFor(CALLS.slice(0, count)));
  expect(one).toBeLessThanOrEqual(50);
  expect(two - one).toBeLessThanOrEqual(20);
  expect(ten - one).toBeLessThanOrEqual(9 * 20);
  expect(ten).toBeGreaterThan(one); // else nothing was measured
  console.log(`Instantiations: ${one} for one call, ${two} for two, ${ten} for ten.`);
});

test("a list read as a whole or by pages costs as little", { timeout: 60_000 }, () => {
  const [all = 0, both = 0] = [1, 2].map((count) => countFor(LIST_CALLS.slice(0, count)));
  expect(all).toBeLessThanOrEqual(50);
  expect(both - all).toBeLessThanOrEqual(20);
  console.log(`Instantiations: ${all} for .all, ${both} with .pages.`);
});

test("a job that is waited for costs as little", { timeout: 60_000 }, () => {
  const [start = 0, both = 0] = [1, 2].map((count) => countFor(WAIT_CALLS.slice(0, count)));
  expect(start).toBeLessThanOrEqual(50);
  expect(both - start).toBeLessThanOrEqual(20);
  console.log(`Instantiations: ${start} for .wait and .done, ${both} with .wait.resume.`);
});
