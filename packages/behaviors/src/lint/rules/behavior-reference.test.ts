import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-reference", {
  "a class that no definition has": {
    edits: [["    x-method: getPhoto\n", "    x-method: getPhoto\n    x-rate-limit: slow\n"]],
    at: ["exhibits/paths.yaml", "x-rate-limit: slow"],
    says: "getExhibitPhoto: x-rate-limit names slow, which x-behaviors.rateLimits does not define",
  },
  "a default that no definition has, once and where it stands": {
    edits: [["  rateLimit: normal\n", "  rateLimit: usual\n"]],
    at: ["behaviors.yaml", "rateLimit: usual"],
    says: "A default names usual",
  },
  "a definition without a user": {
    edits: [["x-idempotent: tourKey", "x-idempotent: true"]],
    at: ["behaviors.yaml", "  tourKey:"],
    says: "x-behaviors.idempotency.tourKey is used by no operation",
  },
  "an operationId that no operation has": {
    edits: [["status: { operationId: getTour,", "status: { operationId: getTrip,"]],
    at: ["behaviors.yaml", "getTrip"],
    says: "No operation has the operationId getTrip",
  },
  "a response component that does not exist": {
    edits: [["#/components/responses/TooMany", "#/components/responses/TooFew"]],
    at: ["behaviors.yaml", "TooFew"],
    says: "No response component is called TooFew",
  },
  "a job's result of a schema that does not exist": {
    edits: [["resultKind: file }", 'resultKind: file, resultSchema: "#/components/schemas/Ticket" }']],
    at: ["tours/paths.yaml", "#/components/schemas/Ticket"],
    says: "createTour: no schema component is called Ticket",
  },
  "a paging parameter that is not declared": {
    edits: [["    param: skip\n", "    param: offset\n"]],
    at: ["exhibits/paths.yaml", "x-pagination: offset"],
    says: "listExhibits declares no query parameter offset",
  },
  "a job parameter that is not declared": {
    edits: [["param: path.id", "param: path.tourId"]],
    at: ["behaviors.yaml", "path.tourId"],
    says: "getTour declares no path parameter tourId",
  },
  "a key header that is not declared": {
    edits: [["header: Idempotency-Key,", "header: X-Key,"]],
    at: ["tours/paths.yaml", "x-idempotent: tourKey"],
    says: "createTour declares no header parameter X-Key",
  },
  "a page size that the parameter contradicts": {
    edits: [["default: 16, max: 100 }", "default: 16, max: 50 }"]],
    at: ["exhibits/paths.yaml", "x-pagination: offset"],
    says: "size.max is 50, but the parameter limit has maximum 100",
  },
  "events for receivers of a resource that no definition has": {
    edits: [["receiver: { type: Listener,", "receiver: { type: Hearer,"]],
    at: ["behaviors.yaml", "Hearer"],
    says: "x-behaviors.resources has no Hearer",
  },
  "an event of a resource that no definition has": {
    edits: [["on: [{ resource: Guest, action: create }]", "on: [{ resource: Person, action: create }]"]],
    at: ["behaviors.yaml", "Person"],
    says: "x-behaviors.resources has no Person",
  },
  "an event of a webhook that is not there": {
    edits: [["guest.came: { webhook: guestEvent,", "guest.came: { webhook: personEvent,"]],
    at: ["behaviors.yaml", "personEvent"],
    says: "guest.came: OpenAPI webhooks has no POST of the name personEvent",
  },
  "an event that its body does not name": {
    edits: [["    guest.came: { webhook", "    guest.left: { webhook"]],
    at: ["behaviors.yaml", "guest.left"],
    says: "guest.left: the body of guestEvent names no such event",
  },
  "a signature in a header that is not declared": {
    edits: [["signature: { header: x-seal,", "signature: { header: x-stamp,"]],
    at: ["behaviors.yaml", "x-stamp"],
    says: "guestEvent declares no header parameter x-stamp",
  },
  "a change that a new entity is to have had": {
    edits: [["[{ resource: Guest, action: create }]", "[{ resource: Guest, action: create, changes: [/name] }]"]],
    at: ["behaviors.yaml", "action: create, changes"],
    says: "guest.came: changes is about an update, and the action is create",
  },
  "a resource that no definition has": {
    edits: [["{ type: Exhibit, action: list }", "{ type: Exponate, action: list }"]],
    at: ["exhibits/paths.yaml", "{ type: Exponate"],
    says: "listExhibits: x-resource names Exponate, which x-behaviors.resources does not define",
  },
  "a resource that no operation touches and nothing belongs to": {
    edits: [["parent: { type: House, pointer: /house, onDelete: cascade }\n    hidden", "hidden"]],
    at: ["behaviors.yaml", "  House:"],
    says: "x-behaviors.resources.House is used by no operation",
  },
  "a resource of hooks that does not say so": {
    edits: [["    internal: true\n", ""]],
    at: ["behaviors.yaml", "  Diary:"],
    says: "x-behaviors.resources.Diary is used by no operation",
  },
  "a parent that no definition has": {
    edits: [["{ type: House, pointer", "{ type: Home, pointer"]],
    at: ["behaviors.yaml", "Home, pointer"],
    says: "Tour: x-behaviors.resources has no parent Home",
  },
  "a schema component that does not exist": {
    edits: [["#/components/schemas/Exhibit", "#/components/schemas/Exponate"]],
    at: ["behaviors.yaml", '"#/components/schemas/Exponate'],
    says: "No schema component is called Exponate",
  },
  "a parameter of a resource that is not declared": {
    edits: [["take: { /tour: path.tourId", "take: { /tour: path.tour"]],
    at: ["guests/paths.yaml", "path.tour,"],
    says: "createGuest declares no path parameter tour",
  },
  "an entity without a parameter in the path": {
    edits: [["{ type: Exhibit, action: list }", "{ type: Exhibit, action: get }"]],
    at: ["exhibits/paths.yaml", "get }"],
    says: "listExhibits: its path has no parameter, so it can't name one entity",
  },
  "a job whose status operation reads no resource": {
    edits: [["    x-resource: { type: Tour, action: get }\n", ""]],
    at: ["behaviors.yaml", "getTour, param"],
    says: "tour: getTour gets no resource",
  },
  "a security scheme that is not declared": {
    edits: [["scheme: token\n", "scheme: badge\n"]],
    at: ["behaviors.yaml", "badge"],
    says: "No security scheme is called badge",
  },
  "a security scheme that no operation takes": {
    edits: [["security:\n  - token: []\n", "security:\n  - {}\n"]],
    at: ["behaviors.yaml", "  visitor:"],
    says: "x-behaviors.auth.visitor is used by no operation",
  },
  "credentials that are entities of no resource": {
    edits: [["    roles: {", "    issued: { type: Ticket, token: /id, until: /until }\n    roles: {"]],
    at: ["behaviors.yaml", "Ticket"],
    says: "x-behaviors.resources has no Ticket",
  },
  "a scope of a role that no operation needs": {
    edits: [["guide: [book]", "guide: [book, paint]"]],
    at: ["behaviors.yaml", "paint]"],
    says: "No operation needs the scope paint",
  },
  "an error answer that does not exist": {
    edits: [
      ['errors:\n  response: "#/components/responses/Missing"', 'errors:\n  response: "#/components/responses/Lost"'],
    ],
    at: ["behaviors.yaml", '"#/components/responses/Lost"'],
    says: "No response component is called Lost",
  },
});
