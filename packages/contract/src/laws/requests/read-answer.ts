/** How long a stream may be silent before what it has said so far is taken for all, in milliseconds of real time. */
const silenceMs = 15;

/** Whether a media type is that of a stream of JSON values, one a line. */
export function isJsonLines(mediaType: string): boolean {
  return /^application\/(stream\+json|x-ndjson)\b/i.test(mediaType);
}

/**
 * The body of an answer. A stream of JSON lines may stay open for ever: of one the lines are given that come at once, and
 * then it is left.
 */
export async function readAnswer(response: Response): Promise<Uint8Array> {
  if (!isJsonLines(response.headers.get("content-type") ?? "") || response.body === null)
    return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { promise: silence, stop } = silent();
    const piece = await Promise.race([reader.read(), silence]);
    stop();
    if (piece === undefined || piece.done) break;
    chunks.push(new Uint8Array(piece.value));
  }
  const text = await new Blob(chunks).text();
  await reader.cancel();
  return new TextEncoder().encode(text.slice(0, text.lastIndexOf("\n") + 1)); // no line is judged by its half
}

/** The values of a stream of JSON lines. @throws {SyntaxError} A line is no JSON. */
export function linesOf(bytes: Uint8Array): readonly unknown[] {
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as unknown);
}

function silent(): { readonly promise: Promise<undefined>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), silenceMs);
    stop = () => clearTimeout(timer);
  });
  return { promise, stop };
}
