import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandManager } from "../../caller.ts";
import { keepEvent } from "../../events/keep-event.ts";
import { writeEvent } from "../../write-event.ts";

/** Keeps an event. What it should depend on is forgotten, as the server 1.16.0 does. */
export const createEvent: Hook<operations["createEvent"]> = async (call) => {
  const caller = await demandManager(call);
  const { topic, sender = null, hash, project = null, description, summary, payload, ...flags } = call.body;
  const { finished = true, store: isKept = true, reuse = false } = flags;
  const event = {
    topic,
    sender,
    ...(hash ? { hash } : {}),
    project,
    user: caller.name,
    status: finished ? "finished" : "pending",
    description: description ?? "",
    summary: summary ?? {},
    payload: payload ?? {},
  };
  if (isKept) return call.reply({ id: keepEvent(call, event, reuse).id });
  // Only WebSocket clients would see it, and a sandbox has none.
  const unseen = writeEvent(call, event);
  call.store.remove("Event", unseen);
  return call.reply({ id: unseen.id });
};
