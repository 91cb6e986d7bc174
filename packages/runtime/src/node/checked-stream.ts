import { Transform } from "node:stream";
import { crc32 } from "node:zlib";
import { ArchiveError } from "./archive-error.ts";
import type { PlannedEntry } from "./extraction-plan.ts";

/**
 * Passes the data of an entry on, and fails as soon as it is not what the central directory declares.
 * @throws {ArchiveError} As the stream's error: there are more or fewer bytes than declared, or their checksum differs.
 */
export function checkedStream({ entry, name }: PlannedEntry): Transform {
  let bytes = 0;
  let checksum = 0;
  const lies = () =>
    new ArchiveError("size-mismatch", `does not have the ${entry.uncompressedSize} bytes that it declares`, name);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      checksum = crc32(chunk, checksum);
      // At once, and not at the end: a bomb must not reach the disk.
      if (bytes > entry.uncompressedSize) done(lies());
      else done(null, chunk);
    },
    flush(done) {
      if (bytes !== entry.uncompressedSize) done(lies());
      else if (checksum !== entry.crc32)
        done(new ArchiveError("damaged", "has another checksum than it declares", name));
      else done();
    },
  });
}
