// Rules of the house that look across nodes and know no behaviour key; those that do are in packages/behaviors.

/** A client takes path, query and header parameters and the body in one flat object: a name may stand in one place only. */
const flatInput = () => ({
  Operation: {
    leave(operation, { report, location, resolve, parent }) {
      const places = new Map([["body", "the request body"]]);
      for (const item of [...(parent.parameters ?? []), ...(operation.parameters ?? [])]) {
        const { name, in: place } = resolve(item).node ?? item;
        const other = places.get(name);
        const at = operation.parameters === undefined ? location.key() : location.child("parameters").key();
        if (other !== undefined && other !== place) {
          report({ message: `${name} stands in ${other} and in ${place}; a client's input is flat.`, location: at });
        }
        places.set(name, place);
      }
    },
  },
});

/** Every declared tag is in exactly one group of x-tagGroups, or its operations vanish from the docs menu or stand there twice. */
const tagInOneGroup = () => ({
  Root: {
    leave(root, { report, location }) {
      if (root["x-tagGroups"] === undefined) return;
      const grouped = root["x-tagGroups"].flatMap(({ tags }) => tags ?? []);
      for (const [index, { name }] of (root.tags ?? []).entries()) {
        const count = grouped.filter((tag) => tag === name).length;
        if (count === 1) continue;
        const message = `The tag ${name} is in ${count} groups of x-tagGroups, and must be in exactly one.`;
        report({ message, location: location.child(["tags", index, "name"]) });
      }
      const declared = (root.tags ?? []).map(({ name }) => name);
      for (const [group, { tags = [] }] of root["x-tagGroups"].entries()) {
        for (const [index, tag] of tags.entries()) {
          if (declared.includes(tag)) continue;
          const at = location.child(["x-tagGroups", group, "tags", index]);
          report({ message: `x-tagGroups names the tag ${tag}, which is not declared.`, location: at });
        }
      }
    },
  },
});

const referable = [
  "Schema",
  "Response",
  "Parameter",
  "RequestBody",
  "Example",
  "Header",
  "SecurityScheme",
  "Link",
  "Callback",
  "PathItem",
];

/**
 * A $ref stands only where OpenAPI has one: Redocly would bundle others, such as `get: { $ref }`, and hide the mistake.
 * The root block x-behaviors may be a file of its own, because the bundle has it in place.
 */
const strictRefs = () => ({
  any: {
    enter(_node, { report, rawNode, rawLocation, type }) {
      if (typeof rawNode?.$ref !== "string" || referable.includes(type.name)) return;
      if (rawLocation.pointer === "#/x-behaviors") return;
      report({ message: `OpenAPI has no $ref in place of ${type.name}.`, location: rawLocation.child("$ref").key() });
    },
  },
});

export default () => ({
  id: "house",
  rules: { oas3: { "flat-input": flatInput, "tag-in-one-group": tagInOneGroup, "strict-refs": strictRefs } },
});
