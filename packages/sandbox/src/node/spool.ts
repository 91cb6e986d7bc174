import { openAsBlob, rmSync } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Spool, SpoolFile } from "../body/spool.ts";
import { holdWhole } from "./hold-whole.ts";

/** Keeps large contents in temporary files that only this user can read. They go when it is closed or the process ends. */
export class NodeSpool implements Spool {
  readonly #parent: string;
  #folder: Promise<string> | undefined;
  #files = 0;
  #forget: () => void = () => {};
  #closed = false;

  /** @param parent - Where its folder is made. @default the system's folder for temporary files */
  constructor(parent: string = tmpdir()) {
    this.#parent = parent;
  }

  open(): SpoolFile {
    const name = String(++this.#files);
    return new NodeSpoolFile(async () => join(await this.#makeFolder(), name));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const folder = this.#folder;
    this.#folder = undefined;
    if (folder === undefined) return;
    await rm(await folder, { recursive: true, force: true });
    this.#forget();
  }

  #makeFolder(): Promise<string> {
    if (this.#closed) throw new Error("The sandbox was closed while a file came in");
    this.#folder ??= mkdtemp(join(this.#parent, "fairlead-")).then((folder) => {
      const remove = (): void => rmSync(folder, { recursive: true, force: true });
      process.once("exit", remove);
      this.#forget = () => process.off("exit", remove);
      return folder;
    });
    return this.#folder;
  }
}

class NodeSpoolFile implements SpoolFile {
  readonly #choosePath: () => Promise<string>;
  #path: string | undefined;
  #handle: FileHandle | undefined;

  constructor(choosePath: () => Promise<string>) {
    this.#choosePath = choosePath;
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#path ??= await this.#choosePath();
    this.#handle ??= await open(this.#path, "wx", 0o600);
    for (let at = 0; at < chunk.length; ) at += (await this.#handle.write(chunk, at)).bytesWritten;
  }

  async finish(): Promise<Blob> {
    if (this.#path === undefined) return new Blob([]);
    await this.#endWriting();
    return holdWhole(await openAsBlob(this.#path));
  }

  async remove(): Promise<void> {
    await this.#endWriting();
    if (this.#path !== undefined) await rm(this.#path, { force: true });
  }

  async #endWriting(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }
}
