import type { Engine, Entrance } from "../engine/engine.ts";
import { SandboxListenError } from "./listen-error.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Apis, SandboxOptions } from "./sandbox-options.ts";
import { forkOptions, sessionHandle, type World } from "./session-handle.ts";

/** What an open sandbox stands on. */
export interface Ground extends Pick<World, "engine" | "sessions" | "tokens"> {
  /** Frees what the engine holds. */
  readonly close: () => Promise<void>;
}

let count = 0;

/**
 * Gives an engine its addresses: ports, or made-up names that only `fetch` answers.
 * @throws {SandboxListenError} A port is taken or not allowed, or the host is none of this machine; nothing stays open.
 */
export async function openSandbox<Served extends Apis>(
  { engine, sessions, tokens, close: closeGround }: Ground,
  { apis, listen = hasSockets(), host = "127.0.0.1", ports = {}, onFault }: SandboxOptions<Served>,
): Promise<Sandbox<Served>> {
  const names = Object.keys(apis);
  const closing: (() => Promise<void>)[] = [];
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    for (const session of closed === undefined ? sessions.list() : []) session.end();
    closed ??= Promise.all(closing.map((each) => each())).then(closeGround);
    return closed;
  };

  const urls: Record<string, string> = {};
  if (listen) {
    const { listen: listenOn } = await import("@fairlead/sandbox/node");
    for (const name of names) {
      const port = (ports as Readonly<Record<string, number | undefined>>)[name] ?? 0;
      try {
        const server = await listenOn({ port, host, answer: answerOf(engine, name), ...(onFault && { onFault }) });
        closing.push(server.close);
        urls[name] = server.url;
      } catch (cause) {
        await close();
        throw new SandboxListenError(codeOf(cause), port, host, { cause });
      }
    }
  } else {
    count += 1; // two sandboxes of one process must not answer each other's addresses
    for (const name of names) urls[name] = `http://${name.toLowerCase()}.s${count}.localhost`;
  }

  const world: World = { engine, sessions, apis, urls, tokens };
  return {
    ...sessionHandle<Served>(world, sessions.default),
    sessions,
    session: (options) => sessionHandle<Served>(world, sessions.fork(forkOptions(options))),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function answerOf(engine: Engine, api: string) {
  return (request: Request, about: Omit<Entrance, "api">): Promise<Response> =>
    engine.fetch(request, { api, ...about });
}

/** Whether this is Node or one of those that have its modules. */
export function hasSockets(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node !== undefined;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "UNKNOWN";
}
