/** The blob that a part or a stream of it reads from. An entry keeps it for as long as the part is in use. */
const wholes = new WeakMap<object, Blob>();

/**
 * The same blob, which the runtime now keeps for as long as a part or a stream of it is in use. The parts of a blob over
 * a file know only its path, so the file must not be removed before the last of them.
 */
export function holdWhole(blob: Blob): Blob {
  const { slice, stream } = Blob.prototype;
  return Object.defineProperties(blob, {
    slice: {
      value: (...range: Parameters<typeof slice>) => holding(holdWhole(slice.apply(blob, range)), blob),
    },
    stream: { value: () => holding(stream.call(blob), blob) },
  });
}

function holding<Part extends object>(part: Part, whole: Blob): Part {
  wholes.set(part, whole);
  return part;
}
