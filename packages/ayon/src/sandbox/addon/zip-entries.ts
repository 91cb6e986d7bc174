/** A file in a ZIP. */
export type ZipEntry = {
  readonly path: string;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  /** Bytes in the archive, and where the head of the file stands. */
  readonly size: number;
  readonly offset: number;
};

/** Longest text that is read from an archive, in bytes: far above any manifest, and far below what fills the memory. */
const longestText = 1_048_576;

/**
 * The files in a ZIP, as its directory has them; undefined where the bytes are no ZIP.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** A file in a ZIP as text; undefined where it can't be read, or is too long for one. */
export async function readEntry(bytes: Uint8Array, entry: ZipEntry): Promise<string | undefined> {
  const { method, size, offset } = entry;
  const view = viewOf(bytes);
  if (offset + 30 > bytes.byteLength || view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (method !== 0 && method !== 8) return undefined;
  const plain = new Blob([bytes.slice(start, start + size)]).stream();
  return readText(method === 0 ? plain : plain.pipeThrough(new DecompressionStream("deflate-raw")));
}

async function readText(stream: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = "";
  let length = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      length += chunk.value.byteLength;
      if (length > longestText) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch {
    return undefined; // damaged
  }
  return text + decoder.decode();
}

/** Where the record stands that ends a ZIP; a comment of up to 65535 bytes may follow it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
