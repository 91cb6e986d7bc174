import { type Ayon, type AyonOptions, type Clock, createAyon, login } from "@fairlead/ayon";
import ayon from "@fairlead/ayon/sandbox";
import { type Sandbox, type SandboxSession, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll } from "vitest";

type Apis = { ayon: typeof ayon };

/** How requests reach the sandbox: over a socket, or by its `fetch` in this process. */
export type Way = "over HTTP" | "in process";

/** Both ways, for `describe.each`. */
export const ways: readonly Way[] = ["over HTTP", "in process"];

/** A session of its own, and clients of it. */
export interface World extends SandboxSession<Apis> {
  /** A client of the admin, who has logged in. */
  readonly admin: Ayon;
  /** Another client: of a login, a key or a token; a service's may act as somebody else. */
  client(auth: AyonOptions["auth"], asUser?: string): Ayon;
  /** What the clients sent, as method and path. */
  readonly sent: readonly string[];
}

/** One sandbox for a file of tests; each call of the result is a world that begins with the seed. */
export function useSandbox(way: Way): () => World {
  let sandbox: Sandbox<Apis>;
  beforeAll(async () => {
    sandbox = await startSandbox({ apis: { ayon } });
  });
  afterAll(() => sandbox.close());
  return () => {
    const session = sandbox.session();
    const { url, fetch: local } = session.api.ayon;
    const sent: string[] = [];
    const send: typeof fetch = (address, init) => {
      const request = new Request(address, init);
      sent.push(`${request.method} ${new URL(request.url).pathname.replace(/^\/__s\/[^/]+/, "")}`);
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
    const client: World["client"] = (auth, asUser) =>
      createAyon({ baseUrl: url, auth, asUser, fetch: send, ...pacing });
    return { ...session, sent, client, admin: client(login({ name: "admin", password: "admin" })) };
  };
}
