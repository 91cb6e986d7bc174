/** Where bytes stand in others for the first time; -1 where they do not. */
export function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return at;
  }
  return -1;
}

/** Whether bytes begin with others. */
export function startsWith(bytes: Uint8Array, begin: Uint8Array): boolean {
  return bytes.length >= begin.length && begin.every((byte, at) => byte === bytes[at]);
}

/** Two pieces as one; the second itself where the first is empty. */
export function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
