import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-method", {
  "a method that the group has already": {
    edits: [["x-method: listRooms", "x-method: list"]],
    at: ["exhibits/paths.yaml", "x-method: list\n    x-pagination: { use"],
    says: "listRooms: exhibits.list is the method of listExhibits already",
  },
  "a method with a reserved name": {
    edits: [["x-method: getPhoto", "x-method: then"]],
    at: ["exhibits/paths.yaml", "x-method: then"],
    says: "getExhibitPhoto: x-method must not be then",
  },
  "a group with a reserved name": {
    edits: [["    tags: [exhibits]\n    summary: Get a photo", "    tags: [raw]\n    summary: Get a photo"]],
    at: ["exhibits/paths.yaml", "tags: [raw]"],
    says: "a tag must not be raw",
  },
});
