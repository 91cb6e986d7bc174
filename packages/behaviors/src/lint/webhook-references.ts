import { resourceKey } from "../vocabulary/resource.ts";
import type { DocumentModel } from "./document-model.ts";
import { bodiesOf } from "./operation-model.ts";
import { memberCheck } from "./resource-pointers.ts";
import type { Report } from "./rule.ts";
import { resolvePointer } from "./schema-pointer.ts";
import type { Spot } from "./spot.ts";

/** The names in `webhooks` lead somewhere: resources, OpenAPI webhooks, and the header of their signature. */
export function checkWebhookReferences(document: DocumentModel, report: Report): void {
  const webhooks = document.behaviors?.get("webhooks");
  const known = new Set<unknown>(document.definitions(resourceKey).map(([name]) => name));
  const resource = (spot: Spot | undefined): void => {
    if (spot !== undefined && !known.has(spot.value))
      report(`x-behaviors.resources has no ${String(spot.value)}.`, spot.at);
  };
  resource(webhooks?.find("receiver", "type"));
  const header = webhooks?.find("signature", "header");
  for (const [event, spot] of webhooks?.get("events")?.members() ?? []) {
    for (const on of spot.get("on")?.items() ?? []) resource(on.get("resource"));
    const name = spot.get("webhook");
    const post = document.root.find("webhooks", String(name?.value), "post");
    if (name === undefined) continue;
    if (post === undefined) {
      report(`${event}: OpenAPI webhooks has no POST of the name ${String(name.value)}.`, name.at);
      continue;
    }
    const declared = post.get("parameters")?.items() ?? [];
    if (header !== undefined && !declared.some((one) => one.get("in")?.value === "header" && isNamed(one, header)))
      report(`${String(name.value)} declares no header parameter ${String(header.value)}.`, header.at);
  }
}

/** Pointers of `webhooks` lead into the schemas of their resources, unless the member is hidden. */
export function checkWebhookPointers(document: DocumentModel, report: Report): void {
  const webhooks = document.behaviors?.get("webhooks");
  const resources = new Map(document.definitions(resourceKey));
  const receiver = webhooks?.get("receiver");
  const owner = resources.get(String(receiver?.get("type")?.value));
  if (receiver !== undefined && owner !== undefined) {
    const member = memberCheck(document, "x-behaviors.webhooks.receiver", owner, report);
    for (const name of ["url", "secret"]) {
      const spot = receiver.get(name);
      if (spot !== undefined) member(spot.value, spot.at, ["string"]);
    }
    const events = receiver.get("events");
    if (events !== undefined) member(events.value, events.at, ["array"]);
  }
  for (const [event, spot] of webhooks?.get("events")?.members() ?? []) {
    for (const on of spot.get("on")?.items() ?? []) {
      const resource = resources.get(String(on.get("resource")?.value));
      if (resource === undefined) continue;
      const member = memberCheck(document, event, resource, report);
      for (const pointer of on.get("changes")?.items() ?? []) member(pointer.value, pointer.at);
      for (const [pointer, value] of on.get("becomes")?.members() ?? []) member(pointer, value.at.key());
    }
  }
}

/** Conditions on members stand at updates, for only those have a before and an after; and bodies name their events. */
export function checkWebhookBodies(document: DocumentModel, report: Report): void {
  for (const [event, spot] of document.behaviors?.find("webhooks", "events")?.members() ?? []) {
    for (const on of spot.get("on")?.items() ?? []) {
      const action = on.get("action");
      for (const condition of ["changes", "becomes"]) {
        const at = on.get(condition)?.at;
        if (at !== undefined && action?.value !== "update")
          report(`${event}: ${condition} is about an update, and the action is ${String(action?.value)}.`, at.key());
      }
    }
    const body = document.root.find("webhooks", String(spot.get("webhook")?.value), "post", "requestBody");
    if (body === undefined) continue;
    const names = bodiesOf(body).flatMap(({ schema }) =>
      (schema.get("properties")?.members() ?? []).flatMap(([name]) => resolvePointer(schema, `/${name}`).values),
    );
    if (!names.includes(event))
      report(`${event}: the body of ${String(spot.get("webhook")?.value)} names no such event.`, spot.at.key());
  }
}

function isNamed(parameter: Spot, { value }: Spot): boolean {
  return String(parameter.get("name")?.value).toLowerCase() === String(value).toLowerCase();
}
