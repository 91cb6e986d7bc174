import type { Session, Sessions } from "../session/session.ts";

/** The session of a request, and the path that is left. */
export type Choice =
  | {
      readonly session: Session;
      readonly pathname: string /** What stands before the path. */;
      readonly prefix: string;
    }
  | { readonly unknown: string };

/**
 * The session that a request names in the header `X-Sandbox-Session` or in the path prefix `/__s/<id>/`; without either
 * it is the default one. An unknown id never falls back to it, because a typo would then share its state.
 */
export function chooseSession(sessions: Sessions, headers: Headers, pathname: string): Choice {
  const inPath = /^\/__s\/([^/]*)(\/.*)?$/.exec(pathname);
  const id = headers.get("x-sandbox-session") ?? inPath?.[1];
  const session = id === undefined || id === "default" ? sessions.default : sessions.get(id);
  if (session === undefined) return { unknown: id ?? "" };
  if (inPath === null) return { session, pathname, prefix: "" };
  return { session, pathname: inPath[2] ?? "/", prefix: `/__s/${inPath[1]}` };
}
