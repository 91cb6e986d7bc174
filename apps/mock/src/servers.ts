import type { Api } from "./apis.ts";
import { type Running, startDocs } from "./docs.ts";
import type { Options } from "./options.ts";
import { explainListenError } from "./ports.ts";
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
   * Starts the mock of one API.
   * @throws {UserError} The bundle is no OpenAPI document, or the port cannot be had.
   */
  async startApi(api: Api, { host, errors, dynamic, seed }: Options): Promise<Running> {
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

/** An address that a client can use: a server on all addresses is not reached at `0.0.0.0` everywhere. */
function reachable(url: string): string {
  return url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
}
