import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-required", {
  "a missing method name": {
    edits: [["    x-method: getPhoto\n", ""]],
    at: ["exhibits/paths.yaml", "  get:\n    operationId: getExhibitPhoto"],
    says: "getExhibitPhoto does not name its client method in x-method",
  },
  "missing evidence without a default": {
    edits: [["  evidence: { kind: documented, checked: 2026-11-01 }\n", ""]],
    at: ["exhibits/paths.yaml", "  get:"],
    says: "listExhibits has no x-evidence",
  },
  "a list that does not say how it continues": {
    edits: [
      ["    x-pagination: offset\n", ""],
      ["operationId: listExhibits", "operationId: getExhibits"],
    ],
    at: ["exhibits/paths.yaml", "  get:"],
    says: "getExhibits gives a list",
  },
  "a list of resources that does not say how it continues": {
    edits: [
      ["    x-pagination: none\n", ""],
      ["operationId: listGuests", "operationId: getGuests"],
      ["properties: { guests: {", "properties: { count: { type: integer }, guests: {"],
    ],
    at: ["guests/paths.yaml", "  get:"],
    says: "getGuests gives a list",
  },
  "credentials that nothing says how to judge": {
    edits: [["scheme: token\n", "scheme: badge\n"]],
    at: ["behaviors.yaml", "version: 1"],
    says: "No x-behaviors.auth says how token is judged",
  },
  "a binary body without a word on redirects": {
    edits: [["    x-redirect-hosts: [any]\n", ""]],
    at: ["exhibits/paths.yaml", "  get:\n    operationId: getExhibitPhoto"],
    says: "getExhibitPhoto declares a redirect or a binary body",
  },
  "redirects where nothing redirects": {
    edits: [["    x-method: listRooms\n", "    x-method: listRooms\n    x-redirect-hosts: [any]\n"]],
    at: ["exhibits/paths.yaml", "x-redirect-hosts: [any]"],
    says: "listRooms: x-redirect-hosts [any] is for a GET",
  },
  "a name that sounds like a secret, deep in an answer": {
    edits: [["    x-sensitive: { response: [/result] }\n", ""]],
    at: ["exhibits/paths.yaml", "  get:\n    operationId: listRooms"],
    says: "listRooms has a parameter or property doorToken",
  },
  "idempotency where HTTP says it already": {
    edits: [["    x-method: getLimits\n", "    x-method: getLimits\n    x-idempotent: true\n"]],
    at: ["tours/paths.yaml", "x-idempotent: true"],
    says: "getLimits: HTTP makes GET idempotent",
  },
});
