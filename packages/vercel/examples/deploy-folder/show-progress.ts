import type { WriteStream } from "node:tty";
import type { DeployProgress } from "@fairlead/vercel";

/**
 * Shows how far a deploy is: in a terminal on one line that changes, in a pipe or a log a line for each phase. It has
 * colour in a terminal only, and none where `NO_COLOR` is set.
 * @see https://no-color.org
 */
export function showProgress(
  stream: Pick<WriteStream, "isTTY" | "write">,
  env: Readonly<Record<string, string | undefined>> = process.env,
): (progress: DeployProgress) => void {
  const isColored = stream.isTTY && !env.NO_COLOR;
  let last = "";
  return (progress) => {
    const { phase, deployment } = progress;
    const isOver = phase === "aliasing" && Boolean(deployment?.aliasAssigned);
    if (stream.isTTY) {
      const name = isColored ? `\u001b[36m${phase}\u001b[39m` : phase;
      // The cursor goes to the beginning, what is there goes away, and the line ends where nothing more follows.
      stream.write(`\r\u001b[K${name}${detail(progress)}${isOver ? "\n" : ""}`);
    } else if (phase !== last) stream.write(`${phase}${detail(progress)}\n`);
    last = phase;
  };
}

/** What there is to say of a phase besides its name. */
function detail({ phase, files, bytes, total, deployment }: DeployProgress): string {
  if (deployment) return ` ${deployment.url}, ${deployment.readyState.toLowerCase()}`;
  if (phase === "creating") return ` a deployment of ${total.files} files`;
  return ` ${files} of ${total.files} files, ${megabytes(bytes)} of ${megabytes(total.bytes)} MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
