import { describeRule } from "../../../test/describe-rule.ts";

/** Stands in one operation only, and so marks its responses. */
const missing = '      "404": { $ref: ../shared.yaml#/Missing }\n';

describeRule("fairlead/behavior-answer", {
  "a status that the operation does not declare": {
    edits: [[`${missing}      "429": { $ref: ../shared.yaml#/TooMany }\n`, missing]],
    at: ["exhibits/paths.yaml", '      "200":\n        description: The photo.'],
    says: "getExhibitPhoto burns normal, so it can answer 429 with TooMany, but declares no such status",
  },
  "another response for the status": {
    edits: [
      [
        `${missing}      "429": { $ref: ../shared.yaml#/TooMany }\n`,
        `${missing}      "429": { $ref: ../shared.yaml#/Missing }\n`,
      ],
    ],
    at: ["shared.yaml", "  description: There is no such thing."],
    says: "getExhibitPhoto burns normal, so it can answer 429 with TooMany, but declares another",
  },
  "a replay that the operation does not declare": {
    edits: [["replayStatus: 200", "replayStatus: 202"]],
    at: ["tours/paths.yaml", "x-idempotent: tourKey"],
    says: "createTour answers a repeated key with 202, but does not declare that status",
  },
  "a uniqueness whose status the creating operation does not declare": {
    edits: [["status: 409 }", "status: 422 }"]],
    at: ["guests/paths.yaml", "x-resource: { type: Guest, action: create"],
    says: "createGuest refuses a second Guest of the same members with 422, but does not declare that status",
  },
  "a job that is forgotten without a 404 of its status operation": {
    edits: [["    poll: { every: PT2S", "    kept: P1D\n    poll: { every: PT2S"]],
    at: ["behaviors.yaml", "kept: P1D"],
    says: "tour is forgotten, so getTour can answer 404, but does not declare that status",
  },
  "a missing token that an operation does not answer as declared": {
    edits: [["missing: { status: 401,", "missing: { status: 418,"]],
    at: ["guests/paths.yaml", '      "200":\n        description: One guest'],
    says: "getGuest takes token, so it can answer 418 with Denied, but declares no such status",
  },
  "a missing scope that an operation does not answer, where its method needs one": {
    edits: [['      "403": { $ref: "../shared.yaml#/Refused" }\n', ""]],
    at: ["guests/paths.yaml", '      "201":'],
    says: "createGuest takes token, so it can answer 403 with Refused, but declares no such status",
  },
});
