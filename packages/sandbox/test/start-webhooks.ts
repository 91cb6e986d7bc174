import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SandboxApi } from "../src/api.ts";
import { type ApiHandle, type Sandbox, type SandboxOptions, startSandbox } from "../src/index.ts";
import { museum } from "./start-museum.ts";

const key = "the key of guests";

/** The museum, whose guests are told of exhibits and of restorations that end. */
export const tellingMuseum: SandboxApi = {
  ...museum,
  tables: {
    ...museum.tables,
    resources: {
      ...museum.tables.resources,
      Guest: { key: { pointer: "/id", generate: "sequence", start: 1 }, unique: [], times: {}, initial: {} },
    },
    webhooks: {
      receiver: { type: "Guest", url: "/url", events: "/wants", secret: "/secret" },
      signature: { header: "x-museum-signature", algorithm: "hmac-sha1", encoding: "hex" },
      delivery: { attempts: 3, backoffMs: 10_000, timeoutMs: 200 },
      events: {
        "exhibit.made": { on: [{ resource: "Exhibit", action: "create" }], body: { type: "object" } },
        "exhibit.odd": { on: [{ resource: "Exhibit", action: "create" }], body: { type: "array" } },
        "exhibit.endless": { on: [{ resource: "Exhibit", action: "create" }], body: true },
        "exhibit.broken": { on: [{ resource: "Exhibit", action: "create" }], body: true },
        "restoration.done": {
          on: [{ resource: "Restoration", action: "update", becomes: { "/state": "complete" } }],
          body: { type: "object" },
        },
      },
    },
  },
  hooks: {
    ...museum.hooks,
    webhooks: ({ name, entity, at, id, actor }, guest) => {
      if (name === "exhibit.broken") throw new Error("the hook is broken");
      if (name === "exhibit.endless") {
        const endless: Record<string, unknown> = {};
        endless.self = endless;
        return endless;
      }
      if (guest.only !== undefined && guest.only !== entity.title) return undefined;
      return {
        id,
        event: name,
        about: entity.id,
        title: entity.title,
        at,
        by: actor === undefined ? "time" : "a guest",
      };
    },
  },
};

/** A sandbox with a guest who wants to be told, and short ways to ask it. */
export interface Telling extends Sandbox<{ museum: SandboxApi }> {
  ask(method: string, path: string, body?: unknown, api?: ApiHandle): Promise<Response>;
  /** Makes an exhibit. */
  make(title: string, api?: ApiHandle): Promise<Response>;
}

/** A guest's own server. */
export interface Guest extends AsyncDisposable {
  readonly url: string;
  readonly requests: { readonly path: string; readonly signature: unknown; readonly text: string }[];
  close(): Promise<void>;
}

/** Starts the museum, with one guest who wants to be told. */
export async function startTelling(
  guest: { url: string; wants?: readonly string[]; only?: string },
  options: Partial<SandboxOptions<{ museum: SandboxApi }>> = {},
): Promise<Telling> {
  const sandbox = await startSandbox({ apis: { museum: tellingMuseum }, listen: false, ...options });
  sandbox.api.museum.store.create("Guest", { wants: ["exhibit.made"], secret: key, ...guest });
  const ask: Telling["ask"] = (method, path, body, api = sandbox.api.museum) =>
    api.fetch(`${api.url}${path}`, {
      method,
      headers: { authorization: "Bearer sandbox-museum", "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const make: Telling["make"] = (title, api) => ask("POST", "/exhibits", { title }, api);
  return Object.assign(sandbox, { ask, make });
}

/** A guest's own server. */
export async function startGuest(
  answer: (path: string) => { status: number; headers?: Record<string, string> } | "never" = () => ({ status: 204 }),
): Promise<Guest> {
  const requests: Guest["requests"] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", () => {
      const path = request.url ?? "";
      requests.push({ path, signature: request.headers["x-museum-signature"], text });
      const given = answer(path);
      if (given !== "never") response.writeHead(given.status, given.headers).end("thanks");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close,
    [Symbol.asyncDispose]: close,
  };
}
