import type { ApiState, Session } from "../session/session.ts";
import type { Tables } from "../tables/tables.ts";
import { ControlProblem } from "./control-problem.ts";
import type { ControlCall } from "./read-control-call.ts";

/** The session that the path names. @throws {ControlProblem} 404, there is none. */
export function sessionOf({ path, world }: ControlCall): Session {
  const { sessions } = world;
  const id = String(path.id);
  const session = id === "default" ? sessions.default : id === "current" ? world.session : sessions.get(id);
  if (session !== undefined) return session;
  const detail = `There is no session ${JSON.stringify(id)} among the ${sessions.list().length} of this sandbox. Make it with POST /__sandbox__/sessions.`;
  throw new ControlProblem("unknown-session", detail);
}

/** The API that the path names, in the session that it names. @throws {ControlProblem} 404, there is none. */
export function apiOf(call: ControlCall): { readonly state: ApiState; readonly tables: Tables; readonly name: string } {
  const session = sessionOf(call);
  const { apis } = call.world;
  const name = String(call.path.api);
  const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
  if (api !== undefined) return { state: session.api(name), tables: api.tables, name };
  const detail = `There is no API ${JSON.stringify(name.slice(0, 80))}; this sandbox has ${Object.keys(apis).join(", ") || "none"}.`;
  throw new ControlProblem("unknown-api", detail);
}
