import { isManager } from "../caller.ts";
import type { Event } from "../entities.ts";
import { creationOrder } from "./creation-order.ts";
import { type Connection, emptyPage, pageRows } from "./page-rows.ts";
import type { Asked, Given, Node } from "./place.ts";
import { QueryRefusal } from "./query-refusal.ts";
import { ids, searcher, text, texts, time } from "./read-arguments.ts";

/** Events in the order in which they came. Who is no manager gets own ones, unless he can name them. */
export function listEvents({ store, caller }: Asked, given: Given): Connection {
  const wantedIds = ids(given, "ids");
  if (wantedIds?.length === 0) throw new Error("An empty list of ids");
  const tests = eventTests(given);
  if (caller.data.isGuest === true) return emptyPage;
  const events = store.list("Event") as readonly Event[];
  const users = isManager(caller) || wantedIds !== undefined ? texts(given, "users") : [caller.name];
  const awaited = new Set(events.map(({ dependsOn }) => dependsOn));
  const rows = events.filter(
    (event) =>
      (wantedIds === undefined || wantedIds.includes(event.id)) &&
      (users === undefined || users.includes(event.user ?? "")) &&
      // The server never finds one without children.
      (given.hasChildren == null || (given.hasChildren === true && awaited.has(event.id))) &&
      tests.every((test) => test(event)),
  );
  const order = creationOrder(
    store,
    "events",
    events.map(({ id }) => id),
  );
  return pageRows(rows, given, ({ id }) => [order.get(id) ?? 0], eventNode);
}

type EventTest = (event: Event) => boolean;

function eventTests(given: Given): readonly EventTest[] {
  const topics = texts(given, "topics");
  const projects = texts(given, "projects");
  const statuses = texts(given, "statuses");
  const older = time(given, "olderThan");
  const newer = time(given, "newerThan");
  const search = searcher(text(given, "filter")?.replaceAll(",", " "), 3);
  const tests: (EventTest | undefined)[] = [
    topicTest(topics),
    projects && (({ project }) => projects.includes(project ?? "")),
    statuses && (({ status }) => statuses.includes(status)),
    older === undefined ? undefined : ({ updatedAt }) => Date.parse(updatedAt) < older,
    newer === undefined ? undefined : ({ updatedAt }) => Date.parse(updatedAt) > newer,
    search && (({ topic, project, user, description }) => search([topic, project, user, description].join(" "))),
    // Logs are many, so who wants them says so.
    given.includeLogs === true || topics !== undefined ? undefined : ({ topic }) => !topic.startsWith("log."),
  ];
  return tests.filter((test) => test !== undefined);
}

/** `*` in a topic stands for any text. @throws {QueryRefusal} 400, a topic is too short or has other signs. */
function topicTest(topics: readonly string[] | undefined): EventTest | undefined {
  if (topics === undefined) return undefined;
  const wrong = topics.find((topic) => !/^[\w.*-]{3,}$/.test(topic));
  if (wrong !== undefined) throw new QueryRefusal(400, `topics: ${JSON.stringify(wrong)} can't be a topic`);
  const expressions = topics.map((topic) => new RegExp(`^${topic.replaceAll(".", "\\.").replaceAll("*", ".*")}$`));
  return ({ topic }) => expressions.some((expression) => expression.test(topic));
}

function eventNode(event: Event): Node {
  const { summary, payload, description, dependsOn, ...rest } = event;
  return {
    ...rest,
    description: description ?? "",
    dependsOn: dependsOn ?? null,
    summary: JSON.stringify(summary),
    payload: JSON.stringify(payload),
  };
}
