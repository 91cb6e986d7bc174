import type { Call, OperationShape } from "@fairlead/sandbox";
import type { Event } from "../entities.ts";
import { type NewEvent, writeEvent } from "../write-event.ts";

type Asking = Pick<Call<OperationShape>, "store" | "refuse">;

/**
 * Keeps an event whose hash has to be a new one.
 * @param reuse - Whether an event of the same hash is overwritten instead. It gets a new id and keeps its age and retries.
 * @throws {Refusal} 409, an event has the hash, or another depends on the one to overwrite.
 */
export function keepEvent(asking: Asking, event: NewEvent, reuse = false): Event {
  const { store, refuse } = asking;
  const [known] = (event.hash ? store.list("Event", { hash: event.hash }) : []) as readonly Event[];
  if (known === undefined) return writeEvent(asking, event);
  if (!reuse) throw refuse(409, "An event has this hash already");
  if (store.list("Event", { dependsOn: known.id }).length > 0)
    throw refuse(409, "The event of this hash can't be overwritten, because another depends on it");
  store.remove("Event", known);
  const kept = writeEvent(asking, { ...event, retries: known.retries });
  return store.update("Event", kept, { createdAt: known.createdAt }) as Event;
}
