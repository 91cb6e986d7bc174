import { createPlayCanvas, type PlayCanvas } from "@fairlead/playcanvas";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { type Sandbox, type SandboxSession, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll } from "vitest";

type Apis = { playcanvas: typeof playcanvas };

/** How requests reach the sandbox: over a socket, or by its `fetch` in this process. */
export type Way = "over HTTP" | "in process";

/** Both ways, for `describe.each`. */
export const ways: readonly Way[] = ["over HTTP", "in process"];

/** A client, and the session of its own that it talks to. */
export interface World extends SandboxSession<Apis> {
  readonly pc: PlayCanvas;
  /** For addresses that the API gives away, such as those of downloads. */
  readonly fetch: typeof fetch;
}

/** One sandbox for a file of tests; each call of the result is a world that begins with the seed. */
export function useSandbox(way: Way): () => World {
  let sandbox: Sandbox<Apis>;
  beforeAll(async () => {
    sandbox = await startSandbox({ apis: { playcanvas } });
  });
  afterAll(() => sandbox.close());
  return () => {
    const session = sandbox.session();
    const { url, token, fetch: local } = session.api.playcanvas;
    const fetching = way === "in process" ? local : fetch;
    // The sandbox has a clock of its own, so a client that waits by the real one would wait for nothing.
    const pacing = { retry: false, rateLimit: { mode: "off" } } as const;
    const pc = createPlayCanvas({ baseUrl: url, auth: token(), fetch: fetching, ...pacing });
    return { ...session, pc, fetch: fetching };
  };
}
