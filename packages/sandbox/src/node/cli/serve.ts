import { readFileSync } from "node:fs";
import { type Apis, type Sandbox, SandboxListenError, type SandboxOptions, startSandbox } from "@fairlead/sandbox";
import { CommandError } from "./command-error.ts";
import { curlLine } from "./curl-line.ts";
import { loadApi } from "./load-api.ts";
import { stopOnSignals } from "./stop-on-signals.ts";

/** The flags of `serve`. */
export interface ServeOptions {
  readonly api: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly clock: string;
  readonly seed: number;
  readonly quotas?: boolean | string;
  readonly webhooks?: "send" | "hold";
  readonly controlTokenFile?: string;
}

/**
 * Serves until a signal ends it, and prints where.
 * @throws {CommandError} A module can't be loaded, a port can't be had, or a flag is wrong in its value.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const apis: Record<string, Apis[string]> = {};
  for (const text of options.api) {
    const { name, api } = await loadApi(text, process.cwd());
    if (Object.hasOwn(apis, name))
      throw new CommandError(`Two APIs have the name ${name}: give one another by --api name=module.`);
    apis[name] = api;
  }
  const sandbox = await start(settings(options, apis));
  stopOnSignals(() => sandbox.close());
  const lines = Object.entries(sandbox.api).map(([name, { url }]) => `${apis[name]?.tables.title ?? name}  ${url}`);
  const curl = await curlLine(sandbox, apis);
  process.stdout.write([...lines, "", curl, "", "Ctrl-C stops it.", ""].join("\n"));
}

function settings(
  { port, host, clock, seed, quotas = false, webhooks, controlTokenFile }: ServeOptions,
  apis: Apis,
): SandboxOptions {
  const ports = Object.fromEntries(Object.keys(apis).map((name, index) => [name, port === 0 ? 0 : port + index]));
  return {
    apis,
    ports,
    host,
    seed,
    quotas,
    clock: clock as NonNullable<SandboxOptions["clock"]>, // startSandbox refuses what is none
    answers: "report",
    onFault: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    ...(webhooks !== undefined && { webhooks }),
    ...(controlTokenFile !== undefined && { controlToken: readToken(controlTokenFile) }),
  };
}

async function start(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await startSandbox(options);
  } catch (cause) {
    const isTheirs = cause instanceof SandboxListenError || cause instanceof RangeError || cause instanceof TypeError;
    throw isTheirs ? new CommandError(cause.message, { cause }) : cause;
  }
}

function readToken(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new CommandError(`Cannot read the control token: ${(cause as Error).message}`, { cause });
  }
}
