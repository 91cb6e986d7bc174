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
});
