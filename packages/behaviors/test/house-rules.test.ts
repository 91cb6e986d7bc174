import { describeRule } from "./describe-rule.ts";

describeRule("house/flat-input", {
  "a name in the path and in the query": {
    edits: [
      [
        "      - { name: id, in: path, required: true, description: Id of the exhibit., schema: { type: integer } }\n",
        "      - { name: id, in: path, required: true, description: Id of the exhibit., schema: { type: integer } }\n      - { name: id, in: query, description: Again., schema: { type: integer } }\n",
      ],
    ],
    at: ["exhibits/paths.yaml", "parameters:\n      - { name: id, in: path"],
    says: "id stands in path and in query",
  },
  "a parameter called body": {
    edits: [["{ name: after, in: query,", "{ name: body, in: query,"]],
    at: ["exhibits/paths.yaml", "parameters:\n      - { name: body"],
    says: "body stands in the request body and in query",
  },
});

describeRule("house/tag-in-one-group", {
  "a tag in no group": {
    edits: [["tags: [exhibits, tours] }", "tags: [exhibits] }"]],
    at: ["openapi.yaml", "- { name: tours"],
    says: "The tag tours is in 0 groups",
  },
  "a tag in two groups": {
    edits: [["tags: [exhibits, tours] }", "tags: [exhibits, tours, tours] }"]],
    at: ["openapi.yaml", "- { name: tours"],
    says: "The tag tours is in 2 groups",
  },
  "a group of an unknown tag": {
    edits: [["tags: [exhibits, tours] }", "tags: [exhibits, tours, toys] }"]],
    at: ["openapi.yaml", "tags: [exhibits, tours, toys]"],
    says: "x-tagGroups names the tag toys, which is not declared",
  },
});

describeRule("house/strict-refs", {
  "a $ref in place of an operation": {
    edits: [
      ["/limits:\n    $ref: tours/paths.yaml#/Limits", "/limits:\n    get:\n      $ref: tours/paths.yaml#/Limits/get"],
    ],
    at: ["openapi.yaml", "$ref: tours/paths.yaml#/Limits/get"],
    says: "OpenAPI has no $ref in place of Operation",
  },
});
