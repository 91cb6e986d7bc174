import type { Call, OperationShape } from "@fairlead/sandbox";
import type { Event } from "./entities.ts";

/** What has happened. */
export type NewEvent = Pick<Event, "topic" | "user" | "description"> & Partial<Omit<Event, "createdAt" | "updatedAt">>;

/**
 * Writes down what has happened: an event that has finished, from the server itself, unless the members say otherwise.
 * Its hash is its id where none is given.
 */
export function writeEvent({ store }: Pick<Call<OperationShape>, "store">, members: NewEvent): Event {
  const event = { sender: null, senderType: "api", project: null, dependsOn: null, status: "finished", ...members };
  const written = store.create("Event", event) as Event;
  return written.hash === undefined ? (store.update("Event", written, { hash: written.id }) as Event) : written;
}
