import type { Grant } from "../behaviors/authenticate.ts";
import { replayIn } from "../control/webhook-actions.ts";
import type { Engine } from "../engine/engine.ts";
import type { JournalFilter } from "../journal/journal.ts";
import { parseClock } from "../session/parse-clock.ts";
import type { ForkOptions, Session, Sessions, Snapshot } from "../session/session.ts";
import { settle } from "../webhooks/settle.ts";
import { localFetch } from "./local-fetch.ts";
import type { ApiHandle, SandboxSession, SessionOptions } from "./sandbox.ts";
import type { Apis } from "./sandbox-options.ts";
import { tokenFor } from "./token-for.ts";

/** What the handles of all sessions of a sandbox share. */
export interface World {
  readonly engine: Engine;
  readonly sessions: Sessions;
  readonly apis: Apis;
  /** Base URL of each API, without a slash at its end. */
  readonly urls: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, readonly Grant[] | undefined>>;
}

/** The handle of a session. */
export function sessionHandle<Served extends Apis>(world: World, session: Session): SandboxSession<Served> {
  const { sessions } = world;
  const names = Object.keys(world.urls);
  const api = Object.fromEntries(names.map((name) => [name, apiHandle(world, session, name)]));
  const only = (filter: JournalFilter & { readonly api?: string }) =>
    filter.api === undefined ? names : [known(names, filter.api)];
  const close = async (): Promise<void> => {
    if (sessions.get(session.id) === session) sessions.remove(session.id);
  };
  return {
    id: session.id,
    api: api as SandboxSession<Served>["api"],
    clock: session.clock,
    jobs: {
      plan: ({ api: name, ...plan }) => session.api(theOne(names, name)).jobs.plan(plan),
    },
    journal: {
      list: (filter = {}) =>
        only(filter)
          .flatMap((name) => session.api(name).journal.list(filter))
          .sort((one, other) => one.at - other.at),
      count: (filter = {}) => only(filter).reduce((sum, name) => sum + session.api(name).journal.count(filter), 0),
    },
    webhooks: {
      list: ({ api: name, ...filter } = {}) =>
        (name === undefined ? names : [known(names, name)])
          .flatMap((one) => session.api(one).courier.list(filter))
          .sort((one, other) => one.at - other.at),
      replay(id) {
        const made = replayIn(session, names, id);
        if (made !== undefined) return made;
        throw new RangeError(`There is no delivery ${JSON.stringify(id)} in the session ${session.id}`);
      },
      settled: () => settle(names.map((name) => session.api(name))),
    },
    fork: (options) => sessionHandle(world, sessions.fork({ of: session, ...forkOptions(options) })),
    snapshot: () => session.snapshot(),
    restore: (snapshot) => session.restore(isSnapshot(snapshot) ? snapshot : sessions.parse(snapshot)),
    reset: () => session.reset(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Options of a fork with the clock's word read. @throws {RangeError} The word is none. */
export function forkOptions({ clock, ...options }: SessionOptions = {}): ForkOptions {
  if (clock === undefined) return options;
  return { ...options, clock: typeof clock === "string" ? parseClock(clock) : clock };
}

function apiHandle({ engine, apis, urls, tokens }: World, session: Session, name: string): ApiHandle {
  const base = urls[name] ?? "";
  const prefix = session.id === "default" ? "" : `/__s/${session.id}`;
  return {
    url: `${base}${prefix}`,
    fetch: localFetch({ engine, api: name, base, prefix }),
    token: (role) => tokenFor(name, apis[name]?.tables.auth ?? {}, tokens[name], role),
    get store() {
      return session.api(name).store;
    },
  };
}

function theOne(names: readonly string[], name: string | undefined): string {
  if (name !== undefined) return known(names, name);
  if (names.length === 1) return names[0] ?? "";
  throw new RangeError(`There are several APIs: say which one by \`api\`: ${names.join(", ")}.`);
}

function known(names: readonly string[], name: string): string {
  if (names.includes(name)) return name;
  throw new RangeError(`There is no API ${JSON.stringify(name)}; there is: ${names.join(", ")}.`);
}

/** Plain data has no `toJSON`. */
function isSnapshot(value: Snapshot | object): value is Snapshot {
  return "toJSON" in value && typeof value.toJSON === "function";
}
