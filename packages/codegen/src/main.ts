#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parseDocument } from "./document/document.ts";
import { DocumentError } from "./document/document-error.ts";
import { generate } from "./generate.ts";
import { staleFiles, writeFolder, writeTables } from "./output-folder.ts";

const USAGE = "usage: fairlead-generate <openapi.json> [folder] [--check]";

process.exitCode = await main(process.argv.slice(2));

/** Runs the command; everything is generated before anything is written. Gives the exit code. */
async function main(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (command === undefined) return fail(USAGE);
  const { source, folder, check } = command;
  let text: string;
  try {
    text = await readFile(source, "utf8");
  } catch (error) {
    return fail(`${source}: can't be read (${(error as NodeJS.ErrnoException).code}); run \`pnpm bundle\` first`);
  }
  try {
    const { files, tables } = await generate(parseDocument(text, source));
    await writeTables(folder, tables); // also with --check: it is not committed, so there is nothing to compare
    if (!check) await writeFolder(folder, files);
    const stale = check ? await staleFiles(folder, files) : [];
    return stale.length === 0 ? 0 : fail(`Stale: ${stale.join(", ")}; run \`pnpm generate\` and commit the result.`);
  } catch (error) {
    if (error instanceof DocumentError) return fail(error.message.replaceAll(/\s*\n\s*/g, " "));
    throw error;
  }
}

function readCommand(args: string[]): { source: string; folder: string; check: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: "boolean" } },
    });
    const [source, folder = "src/generated", ...others] = positionals;
    return source === undefined || others.length > 0 ? undefined : { source, folder, check: values.check === true };
  } catch {
    return undefined; // an unknown flag
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
