import { readFileSync } from "node:fs";
import type { Sandbox } from "@fairlead/sandbox";
import type { Api } from "./apis.ts";
import { type Running, startDocs } from "./docs.ts";
import type { Options } from "./options.ts";
import { explainListenError } from "./ports.ts";
import type { SandboxApis } from "./sandbox-apis.ts";
import { UserError } from "./user-error.ts";

/** All servers of one run. Closing works at any time, also while they start. */
export class Servers {
  readonly #running: Running[] = [];

  /**
   * Starts the docs.
   * @throws {UserError} The docs are not built, or the port cannot be had.
   */
  startDocs({ docs, host }: Options, port: number): Promise<Running> {
    return this.#start(() => startDocs(docs, port, host), port, host, "PORT_DOCS");
  }

  /**
   * Starts the mocks with memory: one sandbox, whose sessions all APIs share.
   * @throws {UserError} A flag is wrong in its value, the tables are of another version, or a port cannot be had.
   */
  async startSandbox(apis: readonly Api[], modules: SandboxApis, options: Options): Promise<Sandbox> {
    const { SandboxListenError, startSandbox } = await import("@fairlead/sandbox");
    const { host, quotas, clock, seed = "1", "control-token-file": file } = options;
    try {
      const sandbox = await startSandbox({
        apis: modules,
        ports: Object.fromEntries(apis.map(({ name, port }) => [name, port])),
        host,
        quotas,
        clock: clock as "real", // startSandbox refuses what is none
        seed: Number(seed),
        answers: "report",
        onFault: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
        ...(file !== undefined && { controlToken: readToken(file) }),
      });
      this.#running.push({ url: "", close: () => sandbox.close() });
      return sandbox;
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError)
        throw new UserError(error.message, { cause: error });
      if (!(error instanceof SandboxListenError)) throw error;
      const variable = apis.find(({ port }) => port === error.port)?.variable ?? "PORT_<FOLDER>";
      throw explainListenError(error, error.port, host, variable) ?? error;
    }
  }

  /**
   * Starts Prism for one API.
   * @throws {UserError} The bundle is no OpenAPI document, or the port cannot be had.
   */
  async startPrism(api: Api, { host, errors, dynamic, seed }: Options): Promise<Running> {
    // Only now: loading Prism takes most of a second, and a wrong flag deserves a quick answer.
    const { PrismDocumentError, startPrism } = await import("@fairlead/sandbox/prism");
    const settings = { document: api.file, port: api.port, host, errors, dynamic };
    const start = async (): Promise<Running> => {
      try {
        return await startPrism(seed === undefined ? settings : { ...settings, seed });
      } catch (cause) {
        throw cause instanceof PrismDocumentError ? new UserError(cause.message, { cause }) : cause;
      }
    };
    return this.#start(start, api.port, host, api.variable);
  }

  /** Frees all ports. */
  async close(): Promise<void> {
    await Promise.all(this.#running.map((each) => each.close()));
  }

  async #start(start: () => Promise<Running>, port: number, host: string, variable: string): Promise<Running> {
    try {
      const running = await start();
      this.#running.push(running);
      return { ...running, url: reachable(running.url) };
    } catch (error) {
      throw explainListenError(error, port, host, variable) ?? error;
    }
  }
}

function readToken(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new UserError(`--control-token-file: ${(cause as Error).message}.`, { cause });
  }
}

/** An address that a client can use: a server on all addresses is not reached at `0.0.0.0` everywhere. */
function reachable(url: string): string {
  return url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
}
