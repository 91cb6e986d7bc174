import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-coverage", {
  "an operation that nothing answers": {
    edits: [["hooks:\n  getExhibitPhoto: Draws the photo.\n", ""]],
    at: ["exhibits/paths.yaml", "  get:\n    operationId: getExhibitPhoto"],
    says: "Nothing says what getExhibitPhoto does",
  },
  "a reason for an operation that does not exist": {
    edits: [["  listRooms: The rooms", "  listHalls: No such thing here.\n  listRooms: The rooms"]],
    at: ["behaviors.yaml", "listHalls"],
    says: "No operation has the operationId listHalls",
  },
  "a hook of an operation that does not exist": {
    edits: [["  getExhibitPhoto: Draws", "  getPhoto: No such thing here.\n  getExhibitPhoto: Draws"]],
    at: ["behaviors.yaml", "getPhoto"],
    says: "No operation has the operationId getPhoto",
  },
  "a static operation that has a behaviour": {
    edits: [["  listRooms: The rooms", "  getGuest: A guest never changes.\n  listRooms: The rooms"]],
    at: ["behaviors.yaml", "getGuest"],
    says: "getGuest has a behaviour, so it is not static",
  },
  "a static operation that has a hook": {
    edits: [["  listRooms: The rooms", "  getExhibitPhoto: The photo stays.\n  listRooms: The rooms"]],
    at: ["behaviors.yaml", "getExhibitPhoto: The"],
    says: "getExhibitPhoto has a hook, so it is not static",
  },
});
