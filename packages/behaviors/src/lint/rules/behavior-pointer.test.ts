import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-pointer", {
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
});
