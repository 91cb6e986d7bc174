import type { Clock } from "../session/clock.ts";
import type { Random } from "../session/random.ts";
import type { FileBook } from "./file-book.ts";
import { fileName } from "./file-name.ts";
import type { FileStore } from "./file-store.ts";
import type { Files } from "./files.ts";

/** What addresses are made of. */
export interface Surroundings {
  /** Origin of the sandbox as the client sees it, with the session's prefix and without a slash at its end. */
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** The files of a session as hooks use them. The same question gives the same address, so that books stay small. */
export function filesOf(book: FileBook, store: FileStore, { origin, random }: Surroundings): Files {
  return {
    async put(content, about) {
      const file = await store.keep(content, about);
      book.hold(file);
      return file;
    },
    get: (sha256) => book.find(sha256),
    downloadUrl(file, { name = file.name, expiresAt } = {}) {
      const shown = fileName(name);
      const ticket = random.token(`download ${file.sha256} ${file.type} ${expiresAt ?? "-"} ${shown}`, 32);
      book.addDownload(ticket, { file: Object.freeze({ ...file, name: shown }), expiresAt });
      return `${origin}/__sandbox__/files/${ticket}${shown === "" ? "" : `/${encodeURIComponent(shown)}`}`;
    },
    uploadUrl(key, { expiresAt, maxBytes } = {}) {
      const ticket = random.token(`upload ${expiresAt ?? "-"} ${maxBytes ?? "-"} ${key}`, 32);
      book.addUpload(ticket, { key, expiresAt, maxBytes });
      return `${origin}/__sandbox__/uploads/${ticket}`;
    },
    received: (key) => book.received(key),
  };
}
