/** Bytes of the file that the deep test moves. */
export const SIZE = 400_000_000;
const BLOCK = 1_000_000;
const first = Uint8Array.from({ length: BLOCK }, (_, index) => (index * 31) % 251);

/** The block of the file that begins at a byte; each has its own first byte, so that none can stand for another. */
export function blockOf(at: number): Uint8Array {
  const block = first.slice(0, Math.min(BLOCK, SIZE - at));
  new DataView(block.buffer).setUint32(0, at);
  return block;
}
