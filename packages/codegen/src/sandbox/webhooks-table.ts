import { type Behaviors, durationMs } from "@fairlead/behaviors";
import type { Schema, WebhooksTable } from "@fairlead/sandbox/tables";
import { dereference, isObject, type OpenApiDocument, type RequestBodyObject } from "../document/document.ts";
import { DocumentError } from "../document/document-error.ts";
import { plainSchema } from "./plain-schema.ts";

/**
 * Who is told of what, and how; undefined where nobody is.
 * @throws {DocumentError} An event names a webhook that the document does not have.
 */
export function webhooksTable(document: OpenApiDocument, { webhooks }: Behaviors): WebhooksTable | undefined {
  if (webhooks === undefined) return undefined;
  const { receiver, signature, delivery, events } = webhooks;
  return {
    receiver,
    signature,
    delivery: {
      attempts: delivery.attempts,
      backoffMs: durationMs(delivery.backoff),
      timeoutMs: durationMs(delivery.timeout),
    },
    events: Object.fromEntries(
      Object.entries(events).map(([event, { webhook, on }]) => [event, { on, body: bodyOf(document, webhook) }]),
    ),
  };
}

/** The schema of what is sent. */
function bodyOf(document: OpenApiDocument, name: string): Schema {
  const item = document.webhooks?.[name];
  const post = item === undefined ? undefined : dereference(document, item).post;
  const body = isObject(post) ? (post.requestBody as RequestBodyObject | undefined) : undefined;
  const schema = body && dereference(document, body).content["application/json"]?.schema;
  if (schema === undefined)
    throw new DocumentError(`x-behaviors.webhooks: there is no webhook ${name} with a JSON body`);
  return plainSchema(schema);
}
