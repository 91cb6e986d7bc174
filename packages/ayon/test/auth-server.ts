import { randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** The one person that the server knows. The password has what JSON and URLs write in another way. */
export const person = { name: "layout-artist-7", password: 'pass"word\\+ä 20 words' };

/** The one API key that the server knows. */
export const serviceKey = "service-key-0123456789abcdef";

/** A request as it came in. */
export interface SeenRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a server says: a status with a body, which is sent as JSON unless it is a text, and its content type. */
export type Answer = readonly [status: number, body: unknown, type?: string];

/** A server that plays the part of AYON where credentials are concerned. */
export interface AuthServer extends AsyncDisposable {
  readonly url: string;
  /** All requests, in the order in which they came. */
  readonly seen: SeenRequest[];
  /** The requests to a path, in their order. */
  sentTo(path: string): SeenRequest[];
  /** The tokens of the sessions that are open. */
  readonly sessions: Set<string>;
  /** The tokens that it has given out, in their order. */
  readonly tokens: string[];
  /** Answers logins in the server's place, until it is taken away; where it gives nothing, the server answers. */
  login: (() => Answer | Promise<Answer | undefined>) | undefined;
  /** Answers logouts in the server's place. */
  logout: (() => Answer | Promise<Answer | undefined>) | undefined;
  /** Answers everything else in the server's place. */
  other: (() => Answer | Promise<Answer | undefined>) | undefined;
}

/** What holds an answer back. */
export interface Gate {
  /** Ends when the first request has come. */
  readonly arrived: Promise<void>;
  /** Stands in for an answer; the server gives its own when the gate is opened. */
  hold(): Promise<undefined>;
  /** Lets all go that wait. */
  open(): void;
}

/** A gate for the answers of a server. */
export function closedGate(): Gate {
  let arrive = () => {};
  let open = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  const hold = () => {
    arrive();
    return opened;
  };
  return { arrived, hold, open: () => open() };
}

/** Starts a server on loopback. */
export async function startAuthServer(): Promise<AuthServer> {
  const sessions = new Set<string>();
  const tokens: string[] = [];
  const seen: SeenRequest[] = [];

  const logIn = (request: SeenRequest): Answer => {
    const { name, password } = JSON.parse(request.body) as typeof person;
    // A worse server than the real one: it quotes what it was sent.
    if (name !== person.name || password !== person.password)
      return [403, { code: 403, detail: `Invalid login: ${name}, ${password}` }];
    const token = randomBytes(32).toString("hex");
    tokens.push(token);
    sessions.add(token);
    const user = { name, attrib: {}, data: { isAdmin: true, password: "hash-of-it-0123456789" }, active: true };
    return [200, { detail: `Logged in as ${name}`, error: null, token, user, redirectUrl: null }];
  };
  const logOut = ({ headers }: SeenRequest): Answer => {
    sessions.delete(tokenOf(headers));
    return [200, { detail: "Logged out" }];
  };
  const serve = ({ headers }: SeenRequest): Answer => {
    const isKnown = sessions.has(tokenOf(headers)) || headers["x-api-key"] === serviceKey;
    return isKnown
      ? [200, { name: headers["x-as-user"] ?? "nobody" }]
      : [401, { code: 401, detail: "User logged out" }];
  };

  const http = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const { method, url, headers } = message;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
    seen.push(request);
    const [status, body, type] = await answerTo(request);
    const isText = typeof body === "string";
    response.writeHead(status, { "content-type": type ?? (isText ? "text/plain" : "application/json") });
    response.end(isText ? body : JSON.stringify(body));
  });
  const answerTo = async (request: SeenRequest): Promise<Answer> => {
    if (request.url?.endsWith("/api/auth/login")) return (await server.login?.()) ?? logIn(request);
    if (request.url?.endsWith("/api/auth/logout")) return (await server.logout?.()) ?? logOut(request);
    return (await server.other?.()) ?? serve(request);
  };
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const server: AuthServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    seen,
    sentTo: (path) => seen.filter(({ url }) => url === path),
    sessions,
    tokens,
    login: undefined,
    logout: undefined,
    other: undefined,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}

function tokenOf({ authorization }: IncomingHttpHeaders): string {
  return authorization?.replace(/^Bearer /, "") ?? "";
}
