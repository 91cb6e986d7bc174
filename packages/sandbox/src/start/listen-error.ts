const advice: { readonly [code: string]: string } = {
  EADDRINUSE: "the port is taken; choose another one, or 0 for a free one",
  EADDRNOTAVAIL: "the host is no address of this machine; 127.0.0.1 always is",
  EACCES: "the port is not allowed to this user; choose one from 1024 on",
  ENOTFOUND: "the host is unknown; 127.0.0.1 always exists",
  EAI_AGAIN: "the host is unknown; 127.0.0.1 always exists",
};

/** The sandbox could not take a port; none of its servers runs. Its `code` is Node's, such as `EADDRINUSE`. */
export class SandboxListenError extends Error {
  override readonly name: string = "SandboxListenError";
  /** Node's error code, such as `EADDRINUSE`; `UNKNOWN` where Node gave none. */
  readonly code: string;
  /** The port that was asked for, from 0 to 65535. */
  readonly port: number;
  /** The host that was asked for. */
  readonly host: string;

  constructor(code: string, port: number, host: string, options?: ErrorOptions) {
    super(
      `The sandbox cannot listen on port ${port} of ${host}: ${advice[code] ?? "see the cause"} (${code})`,
      options,
    );
    this.code = code;
    this.port = port;
    this.host = host;
  }
}
