import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { fromHere } from "./apis.ts";
import { UserError } from "./user-error.ts";

/** A server that runs. */
export interface Running {
  /** Its origin, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Frees the port. */
  close(): Promise<void>;
}

/** How long `close` waits for requests in flight, in milliseconds: as long as the mocks do. */
const graceMs = 1000;

/**
 * Serves the built docs; a rebuild shows at the next request.
 * @throws {UserError} The docs are not built.
 * @throws {Error} The port is taken; `code` is Node's.
 */
export async function startDocs(folder: string, port: number, host: string): Promise<Running> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new UserError(`${fromHere(folder)} has no index.html: run \`npm start\` at the root, which builds the docs.`);
  }
  const serveFile = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const end = (status: number, text: string): void => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
    };
    if (request.method !== "GET" && request.method !== "HEAD") end(405, "Only GET and HEAD.\n");
    else serveFile(request, response, () => end(404, "No such page.\n"));
  });
  server.listen(port, host);
  await once(server, "listening"); // rejects with the error where there is one
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`,
    close: () =>
      new Promise((done) => {
        const timer = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(timer);
          done();
        });
      }),
  };
}
