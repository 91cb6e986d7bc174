import type { Spot } from "./spot.ts";

/** A media type of a body, with its schema. */
export interface Body {
  readonly mediaType: string;
  readonly schema: Spot;
}

/** One operation of the document, with what its path item adds. */
export class OperationModel {
  readonly spot: Spot;
  /** operationId, or method and path where it is missing. */
  readonly id: string;
  /** HTTP method in lower case. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  readonly #item: Spot;

  constructor(spot: Spot, method: string, path: string, item: Spot) {
    this.spot = spot;
    this.id = spot.get("operationId")?.text() ?? `${method.toUpperCase()} ${path}`;
    this.method = method;
    this.path = path;
    this.#item = item;
  }

  /** All parameters, those of the path item first. */
  parameters(): Spot[] {
    return [...(this.#item.get("parameters")?.items() ?? []), ...(this.spot.get("parameters")?.items() ?? [])];
  }

  /** The parameter of that name; with a place, only where it stands there. */
  parameter(name: string, place?: string): Spot | undefined {
    return this.parameters().find(
      (parameter) =>
        parameter.get("name")?.value === name && (place === undefined || parameter.get("in")?.value === place),
    );
  }

  /** The tags as written. */
  tags(): string[] {
    return (
      this.spot
        .get("tags")
        ?.items()
        .flatMap((tag) => tag.text() ?? []) ?? []
    );
  }

  /** The declared responses by status. */
  responses(): [string, Spot][] {
    return this.spot.get("responses")?.members() ?? [];
  }

  /** The bodies of all declared answers. */
  answerBodies(): Body[] {
    return this.responses().flatMap(([, response]) => bodiesOf(response));
  }

  /** The bodies of all declared successes. */
  successBodies(): Body[] {
    return this.responses()
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([, response]) => bodiesOf(response));
  }

  /** The JSON bodies of all declared successes. */
  successSchemas(): Spot[] {
    return this.successBodies().flatMap(({ mediaType, schema }) => (isJson(mediaType) ? [schema] : []));
  }

  /** The bodies that the operation takes, in any media type. */
  requestSchemas(): Spot[] {
    const body = this.spot.get("requestBody");
    return body === undefined ? [] : bodiesOf(body).map(({ schema }) => schema);
  }
}

/** The bodies of a request or of a response. */
export function bodiesOf(owner: Spot): Body[] {
  return (owner.get("content")?.members() ?? []).flatMap(([mediaType, media]) => {
    const schema = media.get("schema");
    return schema === undefined ? [] : [{ mediaType, schema }];
  });
}

function isJson(mediaType: string): boolean {
  return /^application\/([\w.-]+\+)?json\b/.test(mediaType);
}
