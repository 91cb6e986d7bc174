import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import autocannon from "autocannon";

/** A server in a process of its own that has answered once. */
export interface ServerRun extends Disposable {
  readonly url: string;
  /** From the start of the process to the first answer, in milliseconds. */
  readonly startMs: number;
  /** Its resident memory now, in MB of 1024 * 1024 bytes; `NaN` where the system does not tell. */
  megabytes(): number;
}

/**
 * Starts a server and waits for its first 200.
 * @param known - Its address where it prints none; otherwise its first line is the address.
 * @throws {Error} It ended, or gave no 200 in 30 s.
 */
export async function startServer(
  [command = "", ...args]: readonly string[],
  request: { readonly path: string; readonly headers: Readonly<Record<string, string>> },
  known?: string,
): Promise<ServerRun> {
  const before = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", known === undefined ? "pipe" : "ignore", "inherit"] });
  try {
    const url = known ?? (await firstLine(child));
    await answered(`${url}${request.path}`, request.headers);
    const startMs = performance.now() - before;
    return { url, startMs, megabytes: () => memoryOf(child), [Symbol.dispose]: () => void child.kill("SIGKILL") };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

/**
 * Requests per second over ten connections.
 * @param options - With a `duration` in seconds, or an `amount` of requests.
 * @throws {Error} An answer was no success.
 */
export async function rate(options: autocannon.Options): Promise<number> {
  const start = performance.now();
  let last = start;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ connections: 10, ...options }, (error, ended) => (error ? reject(error) : resolve(ended)));
    run.on("response", () => {
      last = performance.now();
    });
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${options.url}: ${result.non2xx} failures, ${result.errors} errors.`);
  // Its own figures are of whole seconds, which a short run hardly has.
  return Math.round((result["2xx"] * 1000) / (last - start));
}

/** A port of this machine that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function answered(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const response = await fetch(url, { headers }).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${url} gave no answer in 30 s.`);
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (text: Buffer) => resolve(text.toString().trim()));
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

function memoryOf({ pid }: ChildProcess): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}
