/** What ends a stream besides its last value. */
export interface StreamEnds {
  /** Aborts when the client gives the request up. */
  readonly request: AbortSignal;
  /** Aborts when the session is removed or the sandbox closes: the stream ends then as if it were complete. */
  readonly session: AbortSignal;
  /** Tells who makes the values that nobody reads them any more. */
  readonly leave: (reason: unknown) => void;
}

/** The body of an answer that is a stream of JSON lines: each value is a line, and none is made before it is asked for. */
export function streamBody(
  values: AsyncIterable<unknown>,
  { request, session, leave }: StreamEnds,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = values[Symbol.asyncIterator]();
  let end: () => void = () => undefined;

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const leaveFor = (reason: unknown): void => {
          end();
          leave(reason);
        };
        const giveUp = (): void => {
          leaveFor(request.reason);
          controller.error(request.reason);
        };
        const finish = (): void => {
          leaveFor(session.reason);
          controller.close();
        };
        end = () => {
          request.removeEventListener("abort", giveUp);
          session.removeEventListener("abort", finish);
        };
        controller.enqueue(new Uint8Array()); // lets Node send the headers before there is a line
        if (request.aborted) giveUp();
        else if (session.aborted) finish();
        else {
          request.addEventListener("abort", giveUp, { once: true });
          session.addEventListener("abort", finish, { once: true });
        }
      },
      async pull(controller) {
        try {
          const { done, value } = await iterator.next();
          if (request.aborted || session.aborted) return; // the stream has ended already
          if (!done) return controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
          end();
          controller.close();
        } catch (error) {
          if (request.aborted || session.aborted) return;
          end();
          leave(error);
          controller.error(error);
        }
      },
      async cancel(reason) {
        end();
        leave(reason);
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
