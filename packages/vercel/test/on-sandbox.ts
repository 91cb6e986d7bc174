import { type Sandbox, type SandboxSession, startSandbox } from "@fairlead/sandbox";
import { type Clock, createVercel, type Vercel, type VercelOptions } from "@fairlead/vercel";
import vercel from "@fairlead/vercel/sandbox";
import { afterAll, beforeAll } from "vitest";

type Apis = { vercel: typeof vercel };

/** How requests reach the sandbox: over a socket, or by its `fetch` in this process. */
export type Way = "over HTTP" | "in process";

/** Both ways, for `describe.each`. */
export const ways: readonly Way[] = ["over HTTP", "in process"];

/** A session of its own, and clients of it. */
export interface World extends SandboxSession<Apis> {
  /** A client that acts for the team `acme`. */
  readonly acme: Vercel;
  /** A client that acts for the personal account. */
  readonly own: Vercel;
  /** Another client, with a token and a team of its own. */
  client(options?: Partial<VercelOptions>): Vercel;
  /** A request without a client: the answer as it comes. */
  send(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }>;
}

const token = "fictional-token-0001";

/** One sandbox for a file of tests; each call of the result is a world that begins with the seed. */
export function useSandbox(way: Way): () => World {
  let sandbox: Sandbox<Apis>;
  beforeAll(async () => {
    sandbox = await startSandbox({ apis: { vercel } });
  });
  afterAll(() => sandbox.close());
  return () => {
    const session = sandbox.session();
    const { url, fetch: local } = session.api.vercel;
    const reach: typeof fetch = (address, init) => {
      const request = new Request(address, init);
      return way === "in process" ? local(request) : fetch(request);
    };
    // A pause of a client moves the clock of its session, and nothing waits in real time.
    const clock: Clock = {
      now: () => session.clock.now(),
      after(delayMs, run) {
        // Limits of requests never pass here: only what is shorter than the shortest of them is a pause.
        if (delayMs >= 20_000) return () => {};
        const due = setImmediate(() => {
          session.clock.advance(delayMs);
          run();
        });
        return () => clearImmediate(due);
      },
    };
    const pacing = { clock, retry: false, rateLimit: { mode: "off" } } as const;
    const client: World["client"] = (options) =>
      createVercel({ baseUrl: url, auth: token, fetch: reach, ...pacing, ...options });
    const send: World["send"] = async (method, path, body) => {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const given = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await reach(`${url}${path}`, { method, headers, ...given });
      const text = await response.text();
      return { status: response.status, json: text === "" ? undefined : JSON.parse(text) };
    };
    return { ...session, client, send, acme: client({ slug: "acme" }), own: client() };
  };
}
