import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** How a run of the mock ended. */
export interface Ended {
  /** The exit code; null where a signal killed it. */
  readonly code: number | null;
  /** All that it printed. */
  readonly stdout: string;
  /** All that it complained about. */
  readonly stderr: string;
}

/** A mock that runs. */
export interface RunningMock {
  /** Its whole output so far. */
  readonly stdout: () => string;
  /** The address of each row of its table, by title. */
  readonly urls: ReadonlyMap<string, string>;
  /** The line to paste. */
  readonly curl: string;
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts the real program with free ports, and waits until it is up. */
export async function startMock(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<RunningMock> {
  const { child, output, ended } = launch(args, env);
  await Promise.race([output.until("Ctrl-C stops"), ended]);
  if (child.exitCode !== null) throw new Error(`The mock ended instead of running: ${JSON.stringify(await ended)}`);
  const stdout = output.text();
  return {
    stdout: output.text,
    urls: new Map([...stdout.matchAll(/^ {2}(\S.*?) +(http:\S+) /gm)].map(([, title = "", url = ""]) => [title, url])),
    curl: /^ {2}(curl .*)$/m.exec(stdout)?.[1] ?? "",
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs the real program to its own end. */
export function runMock(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return launch(args, env).ended;
}

/** A port that is taken until the test ends. */
export async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function launch(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, PORT_DOCS: "0", PORT_MUSEUM: "0", PORT_PET_CLINIC: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stdout = "";
  let stderr = "";
  const waiting: { text: string; resolve: () => void }[] = [];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    for (const each of waiting) if (stdout.includes(each.text)) each.resolve();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const until = (text: string): Promise<void> => new Promise((resolve) => waiting.push({ text, resolve }));
  const ended = once(child, "close").then(([code]): Ended => ({ code, stdout, stderr }));
  return { child, ended, output: { text: () => stdout, until } };
}
