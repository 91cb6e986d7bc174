import { type AuthProvider, type Core, type CoreOptions, createCore } from "@fairlead/runtime";
import { version } from "./version.ts";

/** Options of {@link createPlayCanvas} and {@link createPlayCanvasCore}. */
export interface PlayCanvasOptions
  extends Omit<CoreOptions, "name" | "version" | "auth" | "baseUrl" | "requestIdHeader"> {
  /**
   * An access token, or a provider such as `bearer(() => readToken())`. A value from the environment may be given as it
   * is: a missing one is refused with a clear error.
   * @see https://developer.playcanvas.com/user-manual/api/
   */
  readonly auth: string | AuthProvider | undefined;
  /**
   * The server: https, or http on this machine, such as a mock.
   * @default "https://playcanvas.com"
   */
  readonly baseUrl?: string | undefined;
}

/**
 * A client without groups, for the standalone functions of `@fairlead/playcanvas/operations`. It sends nothing by itself.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine.
 */
export function createPlayCanvasCore(options: PlayCanvasOptions): Core {
  const { baseUrl = "https://playcanvas.com" } = options;
  // A missing token is refused there.
  return createCore({ name: "fairlead-playcanvas", version, ...options, baseUrl } as CoreOptions);
}
