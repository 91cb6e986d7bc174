import { type AuthProvider, type Core, type CoreOptions, createCore } from "@fairlead/runtime";
import { version } from "./version.ts";

/** Options of {@link createAcme} and {@link createAcmeCore}. */
export interface AcmeOptions extends Omit<CoreOptions, "name" | "version" | "auth" | "baseUrl" | "requestIdHeader"> {
  /**
   * An access token, or a provider such as `bearer(() => readToken())`. A value from the environment may be given as it
   * is: a missing one is refused with a clear error.
   * @see https://acme.test/docs/
   */
  readonly auth: string | AuthProvider | undefined;
  /**
   * The server: https, or http on this machine, such as a mock.
   * @default "https://acme.test"
   */
  readonly baseUrl?: string | undefined;
}

/**
 * A client without groups, for the standalone functions of `@fairlead/acme/operations`. It sends nothing by itself.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine.
 */
export function createAcmeCore(options: AcmeOptions): Core {
  const { baseUrl = "https://acme.test" } = options;
  // A missing token is refused there.
  return createCore({ name: "fairlead-acme", version, ...options, baseUrl } as CoreOptions);
}
