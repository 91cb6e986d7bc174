import type { OperationModel } from "./operation-model.ts";
import type { Spot } from "./spot.ts";

/** The schemas that the bundle will have as components, by name: those of the root, and all behind a `$ref`. */
export function schemaComponents(root: Spot, operations: readonly OperationModel[]): ReadonlyMap<string, Spot> {
  const found = new Map(root.find("components", "schemas")?.members() ?? []);
  const seen = new Set<string>();
  const visit = (schema: Spot): void => {
    if (schema.component !== undefined) found.set(schema.component, schema);
    if (seen.has(schema.at.absolutePointer)) return;
    seen.add(schema.at.absolutePointer);
    for (const [, property] of schema.get("properties")?.members() ?? []) visit(property);
    for (const key of ["items", "additionalProperties"]) {
      const inside = schema.get(key);
      if (inside !== undefined) visit(inside);
    }
    for (const key of ["allOf", "anyOf", "oneOf"]) for (const branch of schema.get(key)?.items() ?? []) visit(branch);
  };
  for (const operation of operations) {
    for (const schema of [...operation.requestSchemas(), ...operation.answerBodies().map((body) => body.schema)])
      visit(schema);
  }
  return found;
}
