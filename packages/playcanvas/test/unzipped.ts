import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzip } from "@fairlead/runtime/node";

/** The files of a ZIP by name, as the runtime's own `unzip` reads them. */
export async function unzipped(zip: Response): Promise<Record<string, string>> {
  const place = await mkdtemp(join(tmpdir(), "unzipped-"));
  try {
    await writeFile(join(place, "a.zip"), new Uint8Array(await zip.arrayBuffer()));
    const names = await unzip(join(place, "a.zip"), join(place, "files"));
    const read = names.map(async (name) => [name, await readFile(join(place, "files", name), "utf8")] as const);
    return Object.fromEntries(await Promise.all(read));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
