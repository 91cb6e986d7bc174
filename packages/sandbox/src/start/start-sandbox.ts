import type { Grant } from "../behaviors/authenticate.ts";
import { createEngine } from "../engine/engine.ts";
import { FileStore } from "../files/file-store.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { createSessions } from "../session/create-sessions.ts";
import { parseClock } from "../session/parse-clock.ts";
import type { Post } from "../webhooks/courier.ts";
import { checkOptions, isLoopback } from "./check-options.ts";
import { hasSockets, openSandbox } from "./open-sandbox.ts";
import { resolveSeeds } from "./resolve-seeds.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Apis, SandboxOptions } from "./sandbox-options.ts";

/**
 * Starts mocks with memory: what is created can be read back, jobs run and end, quotas run out, pages follow each other.
 * All APIs share their sessions and clock; each has an address of its own.
 * @throws {SandboxListenError} A port is taken or not allowed, or the host is none of this machine.
 * @throws {RangeError} An option is out of range, or the host is open to the network without a `controlToken`.
 * @throws {TypeError} Something under `apis` is no API.
 */
export async function startSandbox<const Served extends Apis>(
  options: SandboxOptions<Served>,
): Promise<Sandbox<Served>> {
  checkOptions(options);
  const { apis, seed = 1, clock = "virtual", startAt, quotas = true, controlToken, answers = "throw" } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const tokens: Readonly<Record<string, readonly Grant[] | undefined>> = options.tokens ?? {};
  const { host = "127.0.0.1", webhooks = isLoopback(host) ? "send" : "hold", webhookFetch } = options;
  // Looked up at each event: tests put another one in its place.
  const post = { send: webhooks === "send", fetch: webhookFetch ?? ((...request) => fetch(...request)) } satisfies Post;
  const mode = typeof clock === "string" ? parseClock(clock) : clock;
  const node = hasSockets() ? await import("@fairlead/sandbox/node") : undefined;
  const fileStore = new FileStore(limits, node && new node.NodeSpool(), node && (() => new node.NodeDigest()));
  try {
    const beginnings = await resolveSeeds(apis, fileStore);
    const sessions = createSessions({
      apis: beginnings,
      fileStore,
      seed,
      clock: mode,
      limits,
      post,
      ...(startAt !== undefined && { startAt }),
    });
    const engine = createEngine({ apis, sessions, fileStore, limits, quotas, tokens, answers, controlToken });
    return await openSandbox({ engine, sessions, tokens, close: () => fileStore.close() }, options);
  } catch (error) {
    await fileStore.close();
    throw error;
  }
}
