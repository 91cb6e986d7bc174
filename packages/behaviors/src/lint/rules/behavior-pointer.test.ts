import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-pointer", {
  "a member that an event is to change and that its resource does not have": {
    edits: [["action: update, changes: [/name]", "action: update, changes: [/nickname]"]],
    at: ["behaviors.yaml", "/nickname"],
    says: "guest.renamed: the schema has nothing at /nickname",
  },
  "a value that an event is to bring to a member that is not there": {
    edits: [["action: update, changes: [/name]", "action: update, becomes: { /gone: true }"]],
    at: ["behaviors.yaml", "/gone"],
    says: "guest.renamed: the schema has nothing at /gone",
  },
  "the address of a receiver where its resource has none": {
    edits: [["receiver: { type: Listener, url: /number,", "receiver: { type: Guest, url: /street,"]],
    at: ["behaviors.yaml", "/street"],
    says: "x-behaviors.webhooks.receiver: the schema has nothing at /street",
  },
  "items that the answer does not have": {
    edits: [["    items: /result\n    key: /id\n    total", "    items: /results\n    key: /id\n    total"]],
    at: ["exhibits/paths.yaml", "x-pagination: offset"],
    says: "listExhibits: x-pagination items: the schema has nothing at /results",
  },
  "items that are no array": {
    edits: [["    items: /result\n    key: /id\n    total", "    items: /pagination\n    key: /id\n    total"]],
    at: ["exhibits/paths.yaml", "x-pagination: offset"],
    says: "/pagination leads to object, not to array",
  },
  "a total that is no integer": {
    edits: [["total: { type: integer }", "total: { type: string }"]],
    at: ["exhibits/paths.yaml", "x-pagination: offset"],
    says: "/pagination/total leads to string, not to integer",
  },
  "a more that is no boolean": {
    edits: [["more: /hasMore }", "more: /result }"]],
    at: ["exhibits/paths.yaml", "more: /result }"],
    says: "/result leads to array, not to boolean",
  },
  "a key that items do not have, behind a $ref": {
    edits: [["    key: /id\n    total", "    key: /uid\n    total"]],
    at: ["exhibits/paths.yaml", "x-pagination: offset"],
    says: "x-pagination key: the schema has nothing at /uid",
  },
  "an account number that the answer does not have": {
    edits: [["pointer: /normal }", "pointer: /limits/normal }"]],
    at: ["behaviors.yaml", "/limits/normal"],
    says: "normal in getLimits: the schema has nothing at /limits/normal",
  },
  "a job state that the starting answer does not have": {
    edits: [["start: { id: /id, state: /status }", "start: { id: /id, state: /state }"]],
    at: ["behaviors.yaml", "start:"],
    says: "tour in createTour: the schema has nothing at /state",
  },
  "a failure message that is no text": {
    edits: [["message: /messages/0 }", "message: /messages }"]],
    at: ["behaviors.yaml", "message: /messages }"],
    says: "/messages leads to array, not to string",
  },
  "a result file that is no text": {
    edits: [["result: [/data/url, /url]", "result: [/data/url, /id]"]],
    at: ["tours/paths.yaml", "/id]"],
    says: "createTour: x-job result: /id leads to integer, not to string",
  },
  "a sensitive member that the answer does not have": {
    edits: [["x-sensitive: { response: [/url] }", "x-sensitive: { response: [/uri] }"]],
    at: ["tours/paths.yaml", "/uri"],
    says: "createTour: x-sensitive response: the schema has nothing at /uri",
  },
  "a sensitive member that the request does not have": {
    edits: [["x-sensitive: { response: [/url] }", "x-sensitive: { request: [/secret], response: [/url] }"]],
    at: ["tours/paths.yaml", "/secret"],
    says: "createTour: x-sensitive request: the schema has nothing at /secret",
  },
  "a sensitive member that the items of an array do not have": {
    edits: [
      [
        "operationId: listGuests\n",
        "operationId: listGuests\n    x-sensitive: { response: [/guests/name, /guests/secret] }\n",
      ],
    ],
    at: ["guests/paths.yaml", "/guests/secret"],
    says: "listGuests: x-sensitive response: the schema has nothing at /guests/secret",
  },
  "a key that the resource's schema does not have": {
    edits: [["generate: sequence, start: 10 }", "generate: sequence, start: 10, within: [/hall] }"]],
    at: ["behaviors.yaml", "/hall]"],
    says: "Exhibit: the schema has nothing at /hall",
  },
  "a parent that the schema does not have and the resource does not hide": {
    edits: [["    hidden: [/house]\n", ""]],
    at: ["behaviors.yaml", "/house, onDelete"],
    says: "Tour: the schema has nothing at /house",
  },
  "a time of creation that is no text": {
    edits: [["times: { created: /cameAt }", "times: { created: /tickets }"]],
    at: ["behaviors.yaml", "/tickets"],
    says: "Guest: the schema has nothing at /tickets",
  },
  "an initial member that the schema does not have": {
    edits: [["initial: { /ticket: adult }", "initial: { /age: adult }"]],
    at: ["behaviors.yaml", "/age: adult"],
    says: "Guest: the schema has nothing at /age",
  },
  "a filter by a member that the schema does not have": {
    edits: [["filter: { /ticket: query.ticket }", "filter: { /seat: query.ticket }"]],
    at: ["guests/paths.yaml", "/seat: query.ticket"],
    says: "listGuests: Guest: the schema has nothing at /seat",
  },
  "a sort key that the schema does not have": {
    edits: [["keys: [name] }", "keys: [name, age] }"]],
    at: ["guests/paths.yaml", "age] }"],
    says: "listGuests: Guest: the schema has nothing at /age",
  },
  "an order by a member that the schema does not have": {
    edits: [["order: cameAt asc", "order: leftAt asc"]],
    at: ["guests/paths.yaml", "leftAt asc"],
    says: "listGuests: Guest: the schema has nothing at /leftAt",
  },
  "a value of a body that the request does not have": {
    edits: [["/name: body/called }", "/name: body/name }"]],
    at: ["guests/paths.yaml", "body/name"],
    says: "createGuest: the schema has nothing at /name",
  },
  "entities of a list that are no array": {
    edits: [["      result: /guests\n", ""]],
    at: ["guests/paths.yaml", "type: Guest\n"],
    says: "listGuests: x-resource result: the whole body leads to object, not to array",
  },
  "a place for entities that the pages have already": {
    edits: [["{ type: Exhibit, action: list }", "{ type: Exhibit, action: list, result: /result }"]],
    at: ["exhibits/paths.yaml", "/result }"],
    says: "listExhibits: the items of its pages say where the entities stand; leave result out",
  },
});
