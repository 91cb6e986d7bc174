import type { Answer, Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { callerOf } from "../../caller.ts";
import type { Event } from "../../entities.ts";
import { fitsFilter, isFilter } from "../../events/event-filter.ts";
import { fitsTopic } from "../../events/fits-topic.ts";
import { keepEvent } from "../../events/keep-event.ts";
import { sha256 } from "../../secret-hash.ts";

type Enrollment = Call<operations["enroll"]>;

const dayMs = 24 * 60 * 60 * 1000;

/** Name of a worker that gives none; all such count as one. */
const nameless = "ayon_server";

/** Work for a service: an event for the oldest finished one that needs some; 204 where there is nothing to do. */
export const enroll: Hook<operations["enroll"]> = async (call) => {
  const caller = await callerOf(call);
  if (caller.data.isService !== true) throw call.refuse(403, "Only services may look for work");
  const { targetTopic, sequential = false, senderType } = call.body;
  const worker = { user: caller.name, sender: call.body.sender || nameless, senderType: senderType || "api" };
  for (const source of findSources(call)) {
    const target = findTarget(call, source);
    if (target === undefined) {
      const hash = await sha256(`${targetTopic} after ${source.id}`);
      const description = call.body.description ?? `Work on ${source.topic}`;
      const work = { ...worker, topic: targetTopic, hash, dependsOn: source.id, status: "pending", description };
      return job(call, keepEvent(call, work));
    }
    if (target.status === "failed" || target.status === "restarted") {
      const retries = target.retries + (target.status === "failed" ? 1 : 0);
      const again = { ...worker, status: "pending", retries, description: "The work is begun again" };
      return job(call, call.store.update("Event", target, again) as Event);
    }
    if (target.sender === worker.sender) return job(call, target);
    if (sequential) break;
  }
  return { status: 204 };
};

function job(call: Enrollment, { id, dependsOn, hash, status }: Event): Answer {
  return call.reply({ id, dependsOn, hash, status }, { status: 200 });
}

/** The event that stands for the work on another. */
function findTarget({ store, body }: Enrollment, { id }: Event): Event | undefined {
  return store.list("Event", { dependsOn: id, topic: body.targetTopic })[0] as Event | undefined;
}

/** Finished events that there may be work for, old ones first. */
function findSources(call: Enrollment): readonly Event[] {
  const { store, clock, body } = call;
  const { sourceTopic, filter, maxRetries = 3, ignoreSenderTypes, ignoreOlderThan = 3 } = body;
  const oldest = ignoreOlderThan === 0 ? Number.NEGATIVE_INFINITY : clock.now() - ignoreOlderThan * dayMs;
  const ignored = ignoreSenderTypes ?? [];
  if (filter && !isFilter(filter)) throw call.refuse(400, "The filter has a condition that can't be compared");
  return (store.list("Event", { status: "finished" }) as readonly Event[])
    .filter(
      (event) =>
        fitsTopic(event.topic, sourceTopic) &&
        Date.parse(event.updatedAt) > oldest &&
        !ignored.includes(event.senderType ?? "") &&
        (!filter || fitsFilter(event, filter)) &&
        !isDone(findTarget(call, event), maxRetries),
    )
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

/** Whether work has ended for good. */
function isDone(work: Event | undefined, maxRetries: number): boolean {
  return work?.status === "finished" || (work?.status === "failed" && work.retries > maxRetries);
}
