import { Refusal } from "../engine/refusal.ts";
import { EntityStore } from "../store/entity-store.ts";
import type { Entity } from "../store/store.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { ControlProblem, wrongBody } from "./control-problem.ts";
import { apiOf } from "./find-session.ts";
import type { ControlCall } from "./read-control-call.ts";

/** `listEntities`: some of the entities of a resource, as they are stored. */
export function listEntities(call: ControlCall): ControlAnswer {
  const { store, type } = resourceOf(call);
  const all = store.list(type);
  const skip = Number(call.query.skip);
  return { status: 200, json: { entities: all.slice(skip, skip + Number(call.query.limit)), total: all.length } };
}

/**
 * `createEntities`: stores entities as they are, all or none.
 * @throws {ControlProblem} 422, one has a parent that does not exist, or a key or unique member that is taken.
 */
export function createEntities(call: ControlCall): ControlAnswer {
  const { store, type } = resourceOf(call);
  const { entities } = call.body as { entities: readonly Entity[] };
  const before = store.save();
  let index = 0;
  try {
    for (; index < entities.length; index += 1) store.seed(type, entities.slice(index, index + 1));
  } catch (thrown) {
    store.load(before);
    if (!(thrown instanceof Refusal)) throw thrown;
    throw wrongBody(call.operation.id, `/entities/${index}`, thrown.message);
  }
  const all = store.list(type);
  return { status: 201, json: { entities: all.slice(-entities.length), total: all.length } };
}

function resourceOf(call: ControlCall): { readonly store: EntityStore; readonly type: string } {
  const { state, tables, name } = apiOf(call);
  const type = String(call.path.type);
  if (!Object.hasOwn(tables.resources, type)) {
    const known = Object.keys(tables.resources).join(", ") || "none";
    const detail = `${name} has no resource ${JSON.stringify(type.slice(0, 80))}; its document declares ${known}.`;
    throw new ControlProblem("unknown-resource", detail);
  }
  if (!(state.store instanceof EntityStore)) throw new TypeError("The session was made by another sandbox");
  return { store: state.store, type };
}
