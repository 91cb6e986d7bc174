import type { FileStore } from "../files/file-store.ts";
import type { StoredFile } from "../files/stored-file.ts";
import type { ApiBeginning } from "../session/world.ts";
import type { Apis } from "./sandbox-options.ts";

/** What the sessions of each API begin with; a seed that is a function may keep files first. */
export async function resolveSeeds(apis: Apis, store: FileStore): Promise<Readonly<Record<string, ApiBeginning>>> {
  const beginnings: Record<string, ApiBeginning> = {};
  for (const [name, { tables, seed, hooks }] of Object.entries(apis)) {
    const files: StoredFile[] = [];
    const put = async (...content: Parameters<FileStore["keep"]>): Promise<StoredFile> => {
      const file = await store.keep(...content);
      files.push(file);
      return file;
    };
    const value = typeof seed === "function" ? await seed({ files: { put } }) : seed;
    beginnings[name] = { tables, seed: value, files, hooks };
  }
  return beginnings;
}
