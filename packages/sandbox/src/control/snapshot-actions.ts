import type { Snapshot } from "../session/session.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { wrongBody } from "./control-problem.ts";
import { sessionOf } from "./find-session.ts";
import type { ControlCall } from "./read-control-call.ts";

/** `getSnapshot`: the state of the session as JSON. */
export function getSnapshot(call: ControlCall): ControlAnswer {
  return { status: 200, json: sessionOf(call).snapshot().toJSON() };
}

/** `restoreSnapshot`: the session is what the snapshot holds. @throws {ControlProblem} 422, it is no snapshot for it. */
export function restoreSnapshot(call: ControlCall): ControlAnswer {
  const session = sessionOf(call);
  session.restore(parse(call));
  return { status: 204 };
}

function parse({ body, operation, world }: ControlCall): Snapshot {
  const given = Object.keys((body as { apis: object }).apis);
  const known = Object.keys(world.apis);
  const odd = [...given.filter((name) => !known.includes(name)), ...known.filter((name) => !given.includes(name))][0];
  if (odd !== undefined)
    throw wrongBody(
      operation.id,
      "/apis",
      `must have the APIs of the sandbox (${known.join(", ") || "none"}); ${JSON.stringify(odd.slice(0, 80))} is in only one of both`,
    );
  try {
    return world.sessions.parse(body);
  } catch (thrown) {
    // What the document can't say of a snapshot, its parts find out while they read it.
    if (thrown instanceof TypeError || thrown instanceof RangeError) throw wrongBody(operation.id, "", thrown.message);
    throw thrown;
  }
}
