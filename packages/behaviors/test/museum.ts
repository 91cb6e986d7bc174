import type { Files } from "./lint.ts";

/** A change to the museum: the text that stands there, and what replaces it. */
export type Edit = readonly [from: string, to: string];

/** A small document of an invented API, clean under all rules and split into files, with some texts replaced. */
export function museum(...edits: readonly Edit[]): Files {
  const files: Record<string, string> = { ...original };
  for (const [from, to] of edits) {
    const [file, ...others] = Object.keys(files).filter((name) => files[name]?.includes(from));
    const text = file === undefined ? undefined : files[file];
    if (file === undefined || text === undefined) throw new Error(`The museum has no text ${from}`);
    if (others.length > 0 || text.split(from).length > 2) throw new Error(`The museum has several texts ${from}`);
    files[file] = text.replace(from, () => to);
  }
  return files;
}

/** Line on which a text begins in a file of a document, from 1. */
export function lineOf(files: Files, file: string, text: string): number {
  const content = files[file] ?? "";
  const index = content.indexOf(text);
  if (index < 0) throw new Error(`${file} has no text ${text}`);
  return content.slice(0, index).split("\n").length;
}

/** The rate-limit headers, as every limited success declares them. */
export const limits: string =
  "{ X-RateLimit-Limit: { $ref: ../shared.yaml#/Number }, X-RateLimit-Remaining: { $ref: ../shared.yaml#/Number }, X-RateLimit-Reset: { $ref: ../shared.yaml#/Number } }";

const original: Files = {
  "openapi.yaml": `openapi: 3.1.1
info:
  title: Museum
  version: 1.0.0
  description: An invented museum.
  license: { name: MIT, identifier: MIT }
externalDocs: { url: https://museum.example/docs }
servers:
  - url: https://museum.example
security:
  - token: []
tags:
  - { name: exhibits, description: Things on show. }
  - { name: tours, description: Work in the background. }
  - { name: guests, description: Who comes along. }
x-tagGroups:
  - { name: All, tags: [exhibits, tours] }
  - { name: People, tags: [guests] }
x-behaviors:
  $ref: behaviors.yaml
paths:
  /exhibits:
    $ref: exhibits/paths.yaml#/Exhibits
  /rooms:
    $ref: exhibits/paths.yaml#/Rooms
  /exhibits/{id}/photo:
    $ref: exhibits/paths.yaml#/Photo
  /tours:
    $ref: tours/paths.yaml#/Tours
  /tours/{id}:
    $ref: tours/paths.yaml#/Tour
  /limits:
    $ref: tours/paths.yaml#/Limits
  /tours/{tourId}/guests:
    $ref: guests/paths.yaml#/Guests
  /guests/{id}:
    $ref: guests/paths.yaml#/Guest
webhooks:
  guestEvent:
    post:
      operationId: receiveGuestEvent
      tags: [guests]
      summary: Receive what guests do
      description: Sent to who left a number.
      externalDocs: { url: https://museum.example/docs/told }
      security: []
      parameters:
        - { name: x-seal, in: header, required: true, description: A seal., schema: { type: string } }
      requestBody:
        required: true
        description: The event.
        content:
          application/json:
            schema: { type: object, properties: { type: { enum: [guest.came, guest.renamed] } } }
            examples: { guestCame: { summary: One came, value: { type: guest.came } } }
      responses:
        "2XX": { description: It was taken. }
components:
  securitySchemes:
    token: { type: http, scheme: bearer, description: A token. }
`,
  "behaviors.yaml": `version: 1
defaults:
  rateLimit: normal
  idempotent: false
  evidence: { kind: documented, checked: 2026-11-01 }
rateLimits:
  normal:
    quota: 120
    window: PT1M
    partition: [token]
    tiers: { paid: 240 }
    headers: x-ratelimit
    onExceed: { status: 429, response: "#/components/responses/TooMany", retryAfter: none }
    account: { operationId: getLimits, pointer: /normal }
    evidence: { kind: documented, source: "https://museum.example/limits", checked: 2026-11-01 }
pagination:
  offset:
    style: offset
    param: skip
    size: { param: limit, default: 16, max: 100 }
    items: /result
    key: /id
    total: /pagination/total
  lastId:
    style: last-id
    param: after
    items: /result
    key: /id
jobs:
  tour:
    start: { id: /id, state: /status }
    status: { operationId: getTour, param: path.id, state: /status }
    states:
      running: { next: [complete, failed], after: { time: PT4S, polls: 2 } }
      complete: { end: success, result: /data }
      failed: { end: failure, message: /messages/0 }
    poll: { every: PT2S, factor: 1.5, max: PT15S, timeout: PT10M }
idempotency:
  tourKey: { header: Idempotency-Key, ttl: P1D, replayStatus: 200 }
resources:
  House:
    key: { pointer: /id, generate: sequence, start: 1 }
  Diary:
    internal: true
    key: { pointer: /day, generate: request }
  Exhibit:
    schema: "#/components/schemas/Exhibit"
    key: { pointer: /id, generate: sequence, start: 10 }
  Tour:
    schema: "#/components/schemas/Tour"
    key: { pointer: /id, generate: sequence, start: 100 }
    parent: { type: House, pointer: /house, onDelete: cascade }
    hidden: [/house]
  Guest:
    schema: "#/components/schemas/Guest"
    key: { pointer: /id, generate: hex, length: 8, within: [/tour] }
    parent: { type: Tour, pointer: /tour, onDelete: cascade }
    hidden: [/tour]
    unique: [{ pointers: [/tour, /name], status: 409 }]
    times: { created: /cameAt }
    initial: { /ticket: adult }
  Listener:
    key: { pointer: /number, generate: request }
webhooks:
  receiver: { type: Listener, url: /number, events: /wants, secret: /word }
  signature: { header: x-seal, algorithm: hmac-sha1, encoding: hex }
  delivery: { attempts: 2, backoff: PT1M, timeout: PT5S }
  evidence: { kind: documented, source: "https://museum.example/told", checked: 2026-11-01 }
  events:
    guest.came: { webhook: guestEvent, on: [{ resource: Guest, action: create }] }
    guest.renamed: { webhook: guestEvent, on: [{ resource: Guest, action: update, changes: [/name] }] }
auth:
  visitor:
    scheme: token
    scopes: { book: [post] }
    roles: { guide: [book], watcher: [] }
    missing: { status: 401, response: "#/components/responses/Denied" }
    invalid: { status: 401, response: "#/components/responses/Denied" }
    forbidden: { status: 403, response: "#/components/responses/Refused" }
errors:
  response: "#/components/responses/Missing"
  message: /error
  unknownPath: { example: missing, path: /path }
  unknownMethod: { example: missing }
static:
  listRooms: The rooms of a house never change.
hooks:
  getExhibitPhoto: Draws the photo.
`,
  "exhibits/paths.yaml": `Exhibits:
  get:
    operationId: listExhibits
    x-method: list
    x-resource: { type: Exhibit, action: list }
    x-pagination: offset
    tags: [exhibits]
    summary: List exhibits
    description: The exhibits, a page at a time.
    externalDocs: { url: https://museum.example/docs/exhibits }
    parameters:
      - { name: skip, in: query, description: Exhibits to skip., schema: { type: integer, minimum: 0 } }
      - { name: limit, in: query, description: Exhibits a page., schema: { type: integer, default: 16, maximum: 100 } }
    responses:
      "200":
        description: A page.
        headers: ${limits}
        content:
          application/json:
            schema:
              type: object
              properties:
                result: { type: array, items: { $ref: ../shared.yaml#/Exhibit } }
                pagination: { type: object, properties: { total: { type: integer } } }
            examples: { exhibitsSome: { value: { result: [{ id: 1 }], pagination: { total: 1 } } } }
      "429": { $ref: ../shared.yaml#/TooMany }
      "401": { $ref: ../shared.yaml#/Denied }
Rooms:
  get:
    operationId: listRooms
    x-method: listRooms
    x-pagination: { use: lastId, more: /hasMore }
    x-sensitive: { response: [/result] }
    tags: [exhibits]
    summary: List rooms
    description: The rooms, a page at a time.
    externalDocs: { url: https://museum.example/docs/rooms }
    parameters:
      - { name: after, in: query, description: Last room., schema: { type: string } }
    responses:
      "200":
        description: A page.
        headers: ${limits}
        content:
          application/json:
            schema:
              type: object
              properties:
                result: { type: array, items: { type: object, properties: { id: { type: string }, doorToken: { type: string } } } }
                hasMore: { type: boolean }
            examples: { roomsSome: { value: { result: [{ id: east }], hasMore: false } } }
      "429": { $ref: ../shared.yaml#/TooMany }
      "401": { $ref: ../shared.yaml#/Denied }
Photo:
  get:
    operationId: getExhibitPhoto
    x-method: getPhoto
    x-redirect-hosts: [any]
    tags: [exhibits]
    summary: Get a photo
    description: The photo of an exhibit.
    externalDocs: { url: https://museum.example/docs/photo }
    parameters:
      - { name: id, in: path, required: true, description: Id of the exhibit., schema: { type: integer } }
    responses:
      "200":
        description: The photo.
        headers: ${limits}
        content:
          application/octet-stream:
            schema: { type: string, format: binary }
            example: photo
      "404": { $ref: ../shared.yaml#/Missing }
      "429": { $ref: ../shared.yaml#/TooMany }
      "401": { $ref: ../shared.yaml#/Denied }
`,
  "tours/paths.yaml": `Tours:
  post:
    operationId: createTour
    x-method: create
    x-job: { use: tour, result: [/data/url, /url], resultKind: file }
    x-idempotent: tourKey
    x-sensitive: { response: [/url] }
    tags: [tours]
    summary: Create a tour
    description: Starts the making of a tour.
    externalDocs: { url: https://museum.example/docs/tours }
    parameters:
      - { name: Idempotency-Key, in: header, description: A key., schema: { type: string } }
    requestBody:
      content:
        application/json:
          schema: { type: object, properties: { guide: { type: string } } }
          examples: { tourNew: { value: { guide: Ada } } }
    responses:
      "200": { $ref: ../shared.yaml#/Started }
      "201": { $ref: ../shared.yaml#/Started }
      "429": { $ref: ../shared.yaml#/TooMany }
      "401": { $ref: ../shared.yaml#/Denied }
      "403": { $ref: ../shared.yaml#/Refused }
Tour:
  get:
    operationId: getTour
    x-method: get
    x-resource: { type: Tour, action: get }
    tags: [tours]
    summary: Get a tour
    description: Tells how far a tour is.
    externalDocs: { url: https://museum.example/docs/tour }
    parameters:
      - { name: id, in: path, required: true, description: Id of the tour., schema: { type: integer } }
    responses:
      "200":
        description: The tour.
        headers: ${limits}
        content:
          application/json:
            schema: { $ref: ../shared.yaml#/Tour }
            examples: { tourReady: { value: { id: 1, status: complete } } }
      "429": { $ref: ../shared.yaml#/TooMany }
      "401": { $ref: ../shared.yaml#/Denied }
Limits:
  get:
    operationId: getLimits
    x-method: getLimits
    x-evidence: { kind: client, checked: 2026-11-01, note: the museum's own program reads it }
    tags: [tours]
    summary: Get limits
    description: The limits of the caller.
    responses:
      "200":
        description: The limits.
        headers: ${limits}
        content:
          application/json:
            schema: { type: object, properties: { normal: { type: integer } } }
            examples: { limitsPaid: { value: { normal: 240 } } }
      "429": { $ref: ../shared.yaml#/TooMany }
      "401": { $ref: ../shared.yaml#/Denied }
`,
  "guests/paths.yaml": `Guests:
  get:
    operationId: listGuests
    x-method: list
    x-resource:
      type: Guest
      action: list
      scope: { /tour: path.tourId }
      filter: { /ticket: query.ticket }
      sort: { param: query.sort, order: query.order, values: [1, -1], keys: [name] }
      order: cameAt asc
      result: /guests
    x-pagination: none
    tags: [guests]
    summary: List guests
    description: All guests of a tour.
    externalDocs: { url: https://museum.example/docs/guests }
    parameters:
      - { name: tourId, in: path, required: true, description: Id of the tour., schema: { type: integer } }
      - { name: ticket, in: query, description: Kind of ticket., schema: { type: string } }
      - { name: sort, in: query, description: A member., schema: { type: string } }
      - { name: order, in: query, description: Up or down., schema: { type: integer } }
    responses:
      "200":
        description: The guests.
        headers: ${limits}
        content:
          application/json:
            schema: { type: object, properties: { guests: { type: array, items: { $ref: ../shared.yaml#/Guest } } } }
            examples: { guestsNone: { value: { guests: [] } } }
      "429": { $ref: "../shared.yaml#/TooMany" }
      "401": { $ref: "../shared.yaml#/Denied" }
  post:
    operationId: createGuest
    x-method: create
    x-resource: { type: Guest, action: create, take: { /tour: path.tourId, /name: body/called } }
    tags: [guests]
    summary: Create a guest
    description: One more guest of a tour.
    externalDocs: { url: https://museum.example/docs/guest-create }
    parameters:
      - { name: tourId, in: path, required: true, description: Id of the tour., schema: { type: integer } }
    requestBody:
      content:
        application/json:
          schema: { type: object, properties: { called: { type: string } } }
          examples: { guestNew: { value: { called: Ben } } }
    responses:
      "201":
        description: The guest.
        headers: ${limits}
        content: &guest
          application/json:
            schema: { $ref: ../shared.yaml#/Guest }
            examples: { guestBen: { value: { id: 0a1b2c3d, name: Ben } } }
      "403": { $ref: "../shared.yaml#/Refused" }
      "409": { $ref: "../shared.yaml#/Missing" }
      "429": { $ref: "../shared.yaml#/TooMany" }
      "401": { $ref: "../shared.yaml#/Denied" }
Guest:
  get:
    operationId: getGuest
    x-method: get
    x-resource: { type: Guest, action: get }
    tags: [guests]
    summary: Get a guest
    description: One guest.
    externalDocs: { url: https://museum.example/docs/guest }
    parameters:
      - { name: id, in: path, required: true, description: Id of the guest., schema: { type: string } }
    responses:
      "200":
        description: One guest of a tour.
        headers: ${limits}
        content: *guest
      "404": { $ref: "../shared.yaml#/Missing" }
      "429": { $ref: "../shared.yaml#/TooMany" }
      "401": { $ref: "../shared.yaml#/Denied" }
`,
  "shared.yaml": `Number: { description: A number., schema: { type: integer }, example: 1 }
Exhibit:
  type: object
  properties: { id: { type: integer }, name: { type: string } }
Tour:
  description: A tour in the making.
  type: object
  required: [id, status]
  properties:
    id: { type: integer }
    status: { anyOf: [{ enum: [running, complete, failed] }, { type: string }] }
    messages: { type: array, items: { type: string } }
    data: { type: object, description: What the tour is about. }
    url: { type: string }
Error: { type: object, required: [error], properties: { error: { type: string } } }
Started:
  description: The tour has begun.
  headers: ${limits.replaceAll("../shared.yaml#/Number", '"#/Number"')}
  content:
    application/json:
      schema: { $ref: "#/Tour" }
      examples: { tourStarted: { value: { id: 1, status: running } } }
TooMany:
  description: No request is left.
  headers: ${limits.replaceAll("../shared.yaml#/Number", '"#/Number"')}
  content:
    application/json:
      schema: { $ref: "#/Error" }
      examples: { tooMany: { value: { error: Too many } } }
Guest:
  type: object
  properties: { id: { type: string }, name: { type: string }, ticket: { type: string }, cameAt: { type: string } }
Denied:
  description: Nobody knows the token.
  content: &error
    application/json:
      schema: { $ref: "#/Error" }
      examples: { denied: { value: { error: Who are you } } }
Refused:
  description: The token may not do this.
  content: *error
Missing:
  description: There is no such thing.
  content:
    application/json:
      schema: { $ref: "#/Error" }
      examples: { missing: { value: { error: No such thing } } }
`,
};
