import type { Session } from "../session/session.ts";
import type { Delivery, DeliveryState } from "../webhooks/delivery.ts";
import { settle } from "../webhooks/settle.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { ControlProblem, wrongParameter } from "./control-problem.ts";
import { sessionOf } from "./find-session.ts";
import type { ControlCall } from "./read-control-call.ts";

/** `listDeliveries`: the last deliveries that fit the filters, of all APIs or one. */
export async function listDeliveries(call: ControlCall): Promise<ControlAnswer> {
  const { query, world, operation } = call;
  const session = sessionOf(call);
  const { api, event, receiver, state } = query as Partial<Record<string, string>>;
  const names = Object.keys(world.apis);
  if (api !== undefined && !names.includes(api))
    throw wrongParameter(operation.id, "api", `is no API of this sandbox, which has ${names.join(", ") || "none"}`);
  const meant = names.filter((name) => api === undefined || name === api);
  if (query.settled === true) await settle(meant.map((name) => session.api(name)));
  const filter = {
    ...(event !== undefined && { event }),
    ...(receiver !== undefined && { receiver }),
    ...(state !== undefined && { state: state as DeliveryState }),
  };
  const deliveries = meant
    .flatMap((name) => session.api(name).courier.list(filter))
    .toSorted((one, other) => one.at - other.at);
  const first = Math.max(0, deliveries.length - Number(query.limit));
  return { status: 200, json: { deliveries: deliveries.slice(first), total: deliveries.length } };
}

/** `replayDelivery`: the same body once more. @throws {ControlProblem} 404, there is no such delivery. */
export function replayDelivery(call: ControlCall): ControlAnswer {
  const session = sessionOf(call);
  const id = String(call.path.deliveryId);
  const made = replayIn(session, Object.keys(call.world.apis), id);
  if (made !== undefined) return { status: 202, json: made };
  const named = JSON.stringify(id.slice(0, 80));
  const detail = `The session ${session.id} has no delivery ${named}. It may be that of another, or older than what is kept.`;
  throw new ControlProblem("unknown-delivery", detail);
}

/** Repeats a delivery of whichever API has it; undefined where none has. */
export function replayIn(session: Session, apis: readonly string[], id: string): Delivery | undefined {
  for (const api of apis) {
    const made = session.api(api).courier.replay(id);
    if (made !== undefined) return made;
  }
  return undefined;
}
