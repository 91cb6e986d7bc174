import { Refusal } from "../engine/refusal.ts";

/**
 * The body of a request as it comes in. Nothing is read of a body whose `Content-Length` is too large, nor more of one
 * that turns out so; nor is it cancelled then, because on a socket the answer still has to go the other way.
 * @param most - Bytes that it may have.
 * @param what - What may have no more, such as `a JSON body`.
 * @throws {Refusal} 413, it has more.
 * @throws The reason of the request's signal, or the stream's own error: the client has gone.
 */
export async function* receiveChunks(request: Request, most: number, what: string): AsyncGenerator<Uint8Array> {
  const length = request.headers.get("content-length") ?? "";
  if (/^\d+$/.test(length) && Number(length) > most) throw tooLarge(`has ${length} bytes`, most, what);
  if (length === "0" || request.body === null) return;
  const { signal } = request;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const stop = (): void => void reader.cancel(signal.reason).catch(() => {});
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  try {
    let size = 0;
    while (true) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw signal.reason;
      if (done) return;
      size += value.length;
      if (size > most) throw tooLarge("is larger", most, what);
      yield value;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    reader.releaseLock();
  }
}

function tooLarge(size: string, most: number, what: string): Refusal {
  return new Refusal(413, `The body ${size}; ${what} may have at most ${most} bytes`);
}
