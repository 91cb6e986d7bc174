import type { SandboxApi } from "../api.ts";
import type { Grant } from "../behaviors/authenticate.ts";
import { handleControl } from "../control/handle-control.ts";
import { answerFileRequest } from "../files/answer-file-request.ts";
import type { FileStore } from "../files/file-store.ts";
import type { Limits } from "../limits.ts";
import type { Sessions } from "../session/session.ts";
import { ApiEngine, type Incoming } from "./api-engine.ts";
import { chooseSession } from "./choose-session.ts";
import { corsHeaders } from "./cors.ts";
import { problem } from "./problem.ts";
import type { ResponseClass } from "./respond.ts";

/** What an engine works with. */
export interface EngineOptions {
  readonly apis: Readonly<Record<string, SandboxApi>>;
  readonly sessions: Sessions;
  readonly fileStore: FileStore;
  readonly limits: Limits;
  /** Whether quotas refuse requests; a tier's name makes it the tier of tokens that have none. */
  readonly quotas: boolean | string;
  /** The tokens that are known, by API; an API without a list takes any of 8 characters or more. */
  readonly tokens: Readonly<Record<string, readonly Grant[] | undefined>>;
  /** What happens to an answer of our own that breaks the document: the call rejects, or the client gets a 500. */
  readonly answers: "throw" | "report";
  /** Needed for every request of the control plane. */
  readonly controlToken: string | undefined;
}

/** Where a request came in. */
export interface Entrance {
  /** The API; without one only the control plane answers. */
  readonly api: string | undefined;
  /** Address of the client, for quotas by address. */
  readonly ip: string;
  /** Scheme, host and port as the client sees them. */
  readonly origin: string;
  /** What answers are made as. @default the platform's `Response` */
  readonly Response?: ResponseClass;
}

/** Answers requests of all APIs. */
export interface Engine {
  /**
   * The response to a request. It does not reject for anything that the caller sends.
   * @throws {AnswerError} An answer of the sandbox breaks the document, and `answers` is `throw`.
   */
  fetch(request: Request, entrance: Entrance): Promise<Response>;
}

/** Makes an engine. Nothing is compiled yet: each schema is when the first request needs it. */
export function createEngine(options: EngineOptions): Engine {
  const engines = new Map(Object.entries(options.apis).map(([name, api]) => [name, new ApiEngine(name, api, options)]));
  return {
    async fetch(request, { api: name, ip, origin, Response: Made }) {
      const url = new URL(request.url);
      const choice = chooseSession(options.sessions, request.headers, url.pathname);
      if ("unknown" in choice) return unknownSession(choice.unknown);
      const { session, pathname, prefix } = choice;
      const incoming: Incoming = { request, url, pathname, session, origin: `${origin}${prefix}`, ip, Made };
      const control = /^\/__sandbox__(\/.*)?$/.exec(pathname);
      const api = name === undefined ? undefined : engines.get(name);
      if (control !== null) {
        const files = name === undefined ? undefined : session.api(name).files;
        const served = files && (await answerFileRequest(request, pathname, files, options.fileStore, session.clock));
        return served ?? handleControl(request, control[1] ?? "/", { ...options, session, url });
      }
      if (api === undefined)
        return problem(
          404,
          "This address has the control plane alone",
          `Ask for /__sandbox__/, or an API's own address.`,
        );
      return api.handle(incoming);
    },
  };
}

function unknownSession(id: string): Response {
  const detail = `There is no session ${JSON.stringify(id.slice(0, 80))}. Make it with POST /__sandbox__/sessions, or leave X-Sandbox-Session and /__s/<id>/ out for the default one.`;
  return problem(
    404,
    "Unknown session",
    detail,
    { ...corsHeaders, "x-sandbox-error": "unknown-session" },
    "unknown-session",
  );
}
