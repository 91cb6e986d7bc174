import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { ControlProblem } from "./control-problem.ts";
import type { ControlWorld } from "./control-world.ts";

/**
 * Lets a request of the control plane in, or not: the journal and the snapshots hold what a test sent, which no web page may
 * read.
 * @throws {ControlProblem} 403, it comes from a page of another origin, or names a host that a page may own; 401, the
 * control token is missing or wrong.
 */
export function admit(request: Request, path: string, world: Pick<ControlWorld, "controlToken" | "url">): void {
  const { controlToken, url } = world;
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== url.origin)
    throw new ControlProblem(
      "foreign-origin",
      `The request has the Origin ${origin.slice(0, 200)}, and the sandbox is ${url.origin}. Ask from a program, or from a page of the same origin.`,
    );
  if (controlToken === undefined) refuseForeignHost(url);
  else if (path !== "/health") checkToken(request.headers.get("authorization"), controlToken);
}

/**
 * A page can have its own name point to this machine and is of the same origin then. Without a token the name has to be one
 * that nobody else can own.
 */
function refuseForeignHost({ hostname }: URL): void {
  if (/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return;
  throw new ControlProblem(
    "foreign-host",
    `Without a control token the sandbox answers /__sandbox__/ on localhost, 127.0.0.1 and [::1] alone, not on ${hostname}. Take one of these, or start it with a control token.`,
  );
}

function checkToken(header: string | null, expected: string): void {
  const how = "Send the control token that the sandbox was started with, as Authorization: Bearer <token>.";
  const headers = { "www-authenticate": "Bearer" };
  if (header === null) throw new ControlProblem("missing-token", how, { headers });
  const token = /^Bearer +(\S.*?) *$/i.exec(header)?.[1];
  if (token === undefined || !isEqual(token, expected))
    throw new ControlProblem("wrong-token", `What the request sends as Authorization is not it. ${how}`, { headers });
}

/** Takes the same time wherever the texts differ, so that nobody finds a token letter by letter. */
function isEqual(one: string, other: string): boolean {
  const hash = sha256(utf8ToBytes(one));
  return (
    sha256(utf8ToBytes(other)).reduce((differences, byte, index) => differences | (byte ^ (hash[index] ?? 0)), 0) === 0
  );
}
