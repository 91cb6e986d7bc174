import { describeRule } from "../../../test/describe-rule.ts";
import { limits } from "../../../test/museum.ts";

describeRule("fairlead/rate-limit-headers", {
  "a success of a limited operation without them": {
    edits: [[`description: The photo.\n        headers: ${limits}\n`, "description: The photo.\n"]],
    at: ["exhibits/paths.yaml", "        description: The photo."],
    says: "getExhibitPhoto burns normal, but its 200 lacks X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset",
  },
  "the answer to a request too many without one": {
    edits: [
      [
        'TooMany:\n  description: No request is left.\n  headers: { X-RateLimit-Limit: { $ref: "#/Number" }, ',
        "TooMany:\n  description: No request is left.\n  headers: { ",
      ],
    ],
    at: ["shared.yaml", "  description: No request is left."],
    says: "listExhibits burns normal, but its 429 lacks X-RateLimit-Limit.",
  },
});
