/**
 * What a stream of lines gives: a promise of the lines, which is kept when the answer begins; and the lines themselves,
 * so that `for await` needs no `await` before it. They can be gone through once, and whoever leaves the loop ends the
 * stream. An iteration throws what the promise would be rejected with, and
 * - DecodeError: a line is no JSON, or longer than 1 MiB
 * - TransportError: the stream broke off, or the call's signal or time limit ended it
 */
export interface StreamResult<Line> extends Promise<AsyncIterable<Line>>, AsyncIterable<Line> {}
