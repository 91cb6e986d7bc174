import {
  type AuthProvider,
  anyHttpUrl,
  bearer,
  type Core,
  type CoreOptions,
  createCore,
  systemClock,
} from "@fairlead/runtime";
import { asUser } from "./auth/as-user.ts";
import type { Login } from "./auth/login.ts";
import type { Session } from "./auth/session.ts";
import { version } from "./version.ts";

/** Options of {@link createAyon} and {@link createAyonCore}. */
export interface AyonOptions extends Omit<CoreOptions, "name" | "version" | "auth" | "requestIdHeader" | "checkUrl"> {
  /** The server of the studio: https, or http on this machine, such as a mock. A base path is kept. */
  readonly baseUrl: string;
  /**
   * Who is calling: `login({ name, password })`, `apiKey(key)`, or the token of a session, as a string or from
   * `bearer(() => readToken())`. A value from the environment may be given as it is: a missing one is refused with a
   * clear error.
   * @see https://community.ynput.io/t/ayon-rest-api-guide/1268
   */
  readonly auth: string | AuthProvider | Login | undefined;
  /**
   * The user in whose name everything is done, sent as `X-As-User` with the credentials. The server heeds it for services
   * only, so it goes with the `apiKey` of one; for anybody else it changes nothing.
   */
  readonly asUser?: string | undefined;
  /**
   * Allows plain http to other machines, for a server inside a studio. Everybody on the way can read what is sent:
   * passwords, tokens and files.
   * @default false
   */
  readonly allowInsecureHttp?: boolean;
}

/** The sessions of clients that log in by themselves. */
const sessions = new WeakMap<Core, Session>();

/**
 * A client without groups, for the standalone functions of `@fairlead/ayon/operations`. It sends nothing by itself.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine; or no header can hold `asUser`.
 */
export function createAyonCore(options: AyonOptions): Core {
  const { auth, asUser: user, allowInsecureHttp, onAttempt, ...rest } = options;
  const common = { name: "fairlead-ayon", version, ...rest, ...(allowInsecureHttp && { checkUrl: anyHttpUrl }) };
  // Logins are told to nobody: what a `fetch` of the user's own throws at one may have the password in it.
  const connect = (login: Login) =>
    login.connect(createCore({ ...common, auth: () => ({}) }), common.clock ?? systemClock);
  const session = isLogin(auth) ? connect(auth) : undefined;
  // A missing token is refused by `bearer`.
  const provider = session?.auth ?? (typeof auth === "function" ? auth : bearer(auth as string));
  const core = createCore({
    ...common,
    ...(onAttempt && { onAttempt }),
    auth: user === undefined ? provider : asUser(provider, user),
  });
  if (session) sessions.set(core, session);
  return core;
}

/**
 * Logs out a client that `login` has logged in; afterwards its calls fail with an `AuthError`. For any other client, and
 * for one that never had to log in, it sends nothing. It never rejects, not even when the server is gone.
 */
export async function endSession(core: Core): Promise<void> {
  await sessions.get(core)?.end();
}

function isLogin(auth: AyonOptions["auth"]): auth is Login {
  return typeof (auth as Login | undefined)?.connect === "function";
}
