import { describeRule } from "./describe-rule.ts";

describeRule("rule/operation-id-verb-noun", {
  "an unknown verb": {
    edits: [["operationId: getExhibitPhoto", "operationId: fetchPhoto"]],
    at: ["exhibits/paths.yaml", "operationId: fetchPhoto"],
    says: "operationId is camelCase verbNoun",
  },
  "a verb without a noun": {
    edits: [["operationId: getExhibitPhoto", "operationId: get"]],
    at: ["exhibits/paths.yaml", "operationId: get\n"],
    says: "operationId is camelCase verbNoun",
  },
});

describeRule("rule/operation-method-name", {
  "an operation without x-method": {
    edits: [["    x-method: getPhoto\n", ""]],
    at: ["exhibits/paths.yaml", "  get:\n    operationId: getExhibitPhoto"],
    says: "Every operation names its client method in x-method",
  },
});

describeRule("rule/response-example", {
  "a response body without an example": {
    edits: [["            example: photo\n", ""]],
    at: ["exhibits/paths.yaml", "          application/octet-stream:"],
    says: "Every response media type needs example or examples",
  },
});
