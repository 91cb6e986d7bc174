import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { behaviorsSchema, keys } from "../src/index.ts";
import { membersOf, usedMembersOf } from "../src/vocabulary/members.ts";
import { redocly } from "./lint.ts";

const spec = fileURLToPath(new URL("../../../spec", import.meta.url));

it("has no key, member or value that no document of ours uses", () => {
  const known = [
    ...membersOf(behaviorsSchema, "x-behaviors"),
    ...keys.flatMap(({ extension, use }) => [extension, ...membersOf(use, extension)]),
  ].filter((member) => !isOverride(member));
  const used = new Set(documents().flatMap(membersUsedBy).map(shared));
  expect(known.filter((member) => !used.has(shared(member)))).toEqual([]);
}, 60_000);

it("says what every key, definition and member is for", () => {
  const undescribed = [behaviorsSchema, ...keys.map(({ use }) => use)].flatMap(function silent(schema): string[] {
    const inside = [
      ...Object.values(schema.properties ?? {}),
      ...[schema.items, schema.additionalProperties || undefined].flatMap((member) => member ?? []),
    ];
    return [...(schema.description === undefined ? [JSON.stringify(schema)] : []), ...inside.flatMap(silent)];
  });
  expect(undescribed.filter((schema) => !schema.startsWith('{"anyOf"'))).toEqual([]);
});

/** Path of a member where its shape is at home: defaults and definitions hold shapes that operations also hold. */
function shared(path: string): string {
  return path
    .replace(/^x-behaviors\/(defaults|webhooks|\w+\/\*)\/evidence(?=[/=])/, "x-evidence")
    .replace(/^x-behaviors\/defaults\/idempotent(?=[/=])/, "x-idempotent");
}

/** Whether a member of an operation's value is one of its definition, which is counted there. */
function isOverride(path: string): boolean {
  return keys.some(({ extension, definitions }) =>
    Object.keys(definitions?.written.properties ?? {}).some((name) => `${path}/`.startsWith(`${extension}/${name}/`)),
  );
}

/** The bundles of all documents in `spec/`, made anew, so that this test needs no build before it. */
function documents(): Record<string, unknown>[] {
  const folders = readdirSync(spec, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const out = mkdtempSync(join(tmpdir(), "behaviors-"));
  try {
    return folders.map(({ name }) => {
      const file = join(out, `${name}.json`);
      const { status, stderr } = redocly(join(spec, name), "bundle", "openapi.yaml", "-o", file);
      if (status !== 0) throw new Error(`spec/${name} cannot be bundled: ${stderr}`);
      return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    });
  } finally {
    rmSync(out, { recursive: true });
  }
}

function membersUsedBy(document: Record<string, unknown>): string[] {
  const items = Object.values(document.paths as Record<string, Record<string, Record<string, unknown>>>);
  const operations = items.flatMap((item) => Object.values(item));
  return [
    ...usedMembersOf(behaviorsSchema, document["x-behaviors"], "x-behaviors"),
    ...operations.flatMap((operation) =>
      keys
        .filter(({ extension }) => operation[extension] !== undefined)
        .flatMap(({ extension, use }) => [extension, ...usedMembersOf(use, operation[extension], extension)]),
    ),
  ];
}
