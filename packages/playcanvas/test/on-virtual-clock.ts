import { createPlayCanvas, type PlayCanvas } from "@fairlead/playcanvas";
import type playcanvas from "@fairlead/playcanvas/sandbox";
import type { Sandbox, SandboxSession } from "@fairlead/sandbox";

type Apis = { playcanvas: typeof playcanvas };

/** A client in a session of its own, and what it sent. */
export interface VirtualWorld extends SandboxSession<Apis> {
  readonly pc: PlayCanvas;
  readonly requests: readonly Request[];
  /** Milliseconds of the session's clock since it began. */
  elapsedMs(): number;
}

/** A client whose pauses move the clock of its session, and nothing else does. */
export function onVirtualClock(sandbox: Sandbox<Apis>): VirtualWorld {
  const session = sandbox.session();
  const { url, token, fetch } = session.api.playcanvas;
  const requests: Request[] = [];
  const started = session.clock.now();
  const clock = {
    now: () => session.clock.now(),
    after(delayMs: number, run: () => void) {
      // Limits of requests never pass here: only what is shorter than the shortest of them is a pause.
      if (delayMs >= 20_000) return () => {};
      let isOff = false;
      setImmediate(() => {
        if (isOff) return;
        session.clock.advance(delayMs);
        run();
      });
      return () => {
        isOff = true;
      };
    },
  };
  const send = (address: string, init: RequestInit) => {
    const request = new Request(address, init);
    requests.push(request);
    return fetch(request);
  };
  const pc = createPlayCanvas({ auth: token(), baseUrl: url, clock, random: () => 0.5, fetch: send });
  return { ...session, pc, requests, elapsedMs: () => session.clock.now() - started };
}
