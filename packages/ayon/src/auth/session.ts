import { AuthError, type AuthProvider, type Clock, type Core } from "@fairlead/runtime";
import { logIn } from "./log-in.ts";
import { logOut } from "./log-out.ts";

/** A login of one client. */
export interface Session {
  /** Gives the session's token; logs in where there is none, or where the server refuses the one there is. */
  readonly auth: AuthProvider;
  /**
   * Logs out, if it has logged in, and refuses to log in from then on. A login under way is waited for, because the
   * server would keep its session. It never rejects.
   */
  end(): Promise<void>;
}

/** Gets a session ready; nothing is sent before its credentials are asked for. */
export function openSession(core: Core, clock: Clock, user: { name: string; password: string }): Session {
  /** The token of the latest login, or the login under way. */
  let token: Promise<string> | undefined;
  let ended: Promise<void> | undefined;

  const begin = () => {
    const begun = logIn(core, user);
    token = begun;
    begun.catch(({ retryable }: AuthError) => {
      const forget = () => {
        if (token === begun) token = undefined;
      };
      if (retryable) forget();
      // The server counts logins by the minute, and bans an address whose logins often fail.
      else clock.after(60_000, forget);
    });
    return begun;
  };

  return {
    // The signal of one call does not end a login that others wait for; the client's own limits do.
    async auth({ refresh }) {
      const given = ended || (await (refresh ? begin() : (token ?? begin())));
      if (ended) throw new AuthError(undefined, "the client has ended its session; make another client");
      return { authorization: `Bearer ${given}` };
    },
    end() {
      ended ??= logOut(core, token);
      return ended;
    },
  };
}
