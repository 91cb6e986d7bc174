import type { IncomingMessage, ServerResponse } from "node:http";

const waiting = new WeakSet<IncomingMessage>();

/** Marks a request whose client sends its body only when told to (`Expect: 100-continue`). */
export function awaitContinue(request: IncomingMessage): void {
  waiting.add(request);
}

/**
 * The body of a request as a stream, null where it has none. Unlike Node's own conversion, to cancel it leaves the
 * connection open, so that an answer can still be sent; and the client is told to go on only when somebody reads.
 */
export function bodyOf(request: IncomingMessage, response: ServerResponse): ReadableStream<Uint8Array> | null {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === "0")) return null;
  let started = false;
  let done = false;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (!started) {
          started = true;
          if (waiting.delete(request)) response.writeContinue();
          listen(controller);
        }
        if (!done) request.resume();
      },
      cancel() {
        done = true;
        request.pause();
      },
    },
    { highWaterMark: 0 },
  );

  function listen(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const finish = (act: () => void): void => {
      if (done) return;
      done = true;
      act();
    };
    request.on("data", (chunk: Buffer) => {
      if (done) return;
      controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      if ((controller.desiredSize ?? 0) <= 0) request.pause();
    });
    request.once("end", () => finish(() => controller.close()));
    const broken = (): void => finish(() => controller.error(new Error("The client broke the request off")));
    request.once("error", broken);
    request.once("close", broken);
    if (request.destroyed) broken();
  }
}
