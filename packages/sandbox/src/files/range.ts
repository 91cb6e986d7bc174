/** Part of a file, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a `Range` header asks of a file: a part of it; `"none"` where no byte of it is asked for, which is answered with
 * 416; undefined for the whole file. A header that is malformed, has another unit or asks for several ranges counts as
 * absent.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.range
 */
export function readRange(header: string | null, size: number): ByteRange | "none" | undefined {
  const [, first = "", last = ""] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (first === "") {
    if (last === "" || size === 0) return undefined;
    return Number(last) === 0 ? "none" : { start: Math.max(0, size - Number(last)), end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? Number.POSITIVE_INFINITY : Number(last);
  if (start > end) return undefined;
  return start >= size ? "none" : { start, end: Math.min(end, size - 1) };
}
