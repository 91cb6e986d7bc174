import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-schema", {
  "a member that the vocabulary does not know": {
    edits: [["    window: PT1M\n", "    window: PT1M\n    burst: 5\n"]],
    at: ["behaviors.yaml", "burst: 5"],
    says: "x-behaviors/rateLimits/normal/burst is no member that the vocabulary knows here; known are quota, window",
  },
  "a block that the vocabulary does not know": {
    edits: [["pagination:\n", "caches: {}\npagination:\n"]],
    at: ["behaviors.yaml", "caches: {}"],
    says: "x-behaviors/caches is no member",
  },
  "a duration that is none": {
    edits: [["    window: PT1M\n", "    window: 1 minute\n"]],
    at: ["behaviors.yaml", "window: 1 minute"],
    says: 'is "1 minute", but must match pattern',
  },
  "a missing member of a definition": {
    edits: [["    quota: 120\n", ""]],
    at: ["behaviors.yaml", "window: PT1M"],
    says: "x-behaviors/rateLimits/normal lacks `quota`",
  },
  "a definition under a reserved name": {
    edits: [
      ["  tourKey:", "  none:"],
      ["x-idempotent: tourKey", "x-idempotent: none"],
    ],
    at: ["behaviors.yaml", "  none:"],
    says: "x-behaviors/idempotency/none is the name none",
  },
  "a member that is missing after the merge": {
    edits: [["x-pagination: { use: lastId, more: /hasMore }", "x-pagination: lastId"]],
    at: ["exhibits/paths.yaml", "x-pagination: lastId"],
    says: "listRooms: x-pagination lastId with the overrides here lacks `more`",
  },
  "an override that no operation may make": {
    edits: [["{ use: lastId, more: /hasMore }", "{ use: lastId, more: /hasMore, style: offset }"]],
    at: ["exhibits/paths.yaml", "style: offset }"],
    says: "listRooms: x-pagination/style is no member",
  },
  "documented evidence without a source": {
    edits: [
      [
        "{ kind: client, checked: 2026-11-01, note: the museum's own program reads it }",
        "{ kind: documented, checked: 2026-11-01 }",
      ],
    ],
    at: ["tours/paths.yaml", "x-evidence:"],
    says: "getLimits: x-evidence lacks `source`",
  },
  "a root block without the vendor's error body": {
    edits: [
      ['errors:\n  response: "#/components/responses/Missing"\n  message: /error\n', ""],
      ["  unknownPath: { example: missing, path: /path }\n  unknownMethod: { example: missing }\n", ""],
    ],
    at: ["behaviors.yaml", "version: 1"],
    says: "x-behaviors lacks `errors`",
  },
  "a resource under a name of another kind": {
    edits: [["  House:\n", "  house:\n"]],
    at: ["behaviors.yaml", "    key: { pointer: /id, generate: sequence, start: 1 }"],
    says: "x-behaviors/resources/house is the name house",
  },
  "a sequence without its first number": {
    edits: [["generate: sequence, start: 10 }", "generate: sequence }"]],
    at: ["behaviors.yaml", "{ pointer: /id, generate: sequence }"],
    says: "x-behaviors/resources/Exhibit/key lacks `start`",
  },
  "an order of what is no list": {
    edits: [["{ type: Tour, action: get }", "{ type: Tour, action: get, order: id asc }"]],
    at: ["tours/paths.yaml", "get, order"],
    says: 'getTour: x-resource/action is "get", but must be "list"',
  },
  "a reason that gives none": {
    edits: [["getExhibitPhoto: Draws the photo.", "getExhibitPhoto: needed"]],
    at: ["behaviors.yaml", "needed"],
    says: 'x-behaviors/hooks/getExhibitPhoto is "needed"',
  },
  "a method name with a space": {
    edits: [["x-method: getPhoto", "x-method: get photo"]],
    at: ["exhibits/paths.yaml", "x-method: get photo"],
    says: 'getExhibitPhoto: x-method is "get photo"',
  },
});
