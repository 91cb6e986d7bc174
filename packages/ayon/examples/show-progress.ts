import type { WriteStream } from "node:tty";
import type { PublishProgress } from "@fairlead/ayon";

/** Shows how far a publish is: in a terminal on one line that changes, in a pipe or a log a line for each step. */
export function showProgress(stream: Pick<WriteStream, "isTTY" | "write">): (progress: PublishProgress) => void {
  let last: string | undefined;
  return (progress) => {
    const { step, text } = progress;
    if (stream.isTTY) {
      // The cursor goes to the beginning, what is there goes away, and a line ends where nothing more follows.
      const isOver = "sent" in progress && progress.sent === progress.total;
      stream.write(`\r\u001b[K${text}${isOver ? "\n" : ""}`);
    } else if (step !== last) stream.write(`${text}\n`);
    last = step;
  };
}
