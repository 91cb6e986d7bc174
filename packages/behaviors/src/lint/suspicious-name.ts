import type { OperationModel } from "./operation-model.ts";
import type { Spot } from "./spot.ts";

const pattern = /token|secret|password|passwd|api-?key|signature|authorization|cookie/i;

/** The first parameter or property of an operation whose name sounds like a secret, in requests and successes. */
export function suspiciousName(operation: OperationModel): string | undefined {
  const parameters = operation.parameters().flatMap((parameter) => parameter.get("name")?.text() ?? []);
  const bodies = [...operation.requestSchemas(), ...operation.successBodies().map(({ schema }) => schema)];
  const seen = new Set<string>();
  return (
    parameters.find((name) => pattern.test(name)) ?? bodies.map((schema) => findIn(schema, seen)).find((name) => name)
  );
}

function findIn(schema: Spot, seen: Set<string>): string | undefined {
  if (seen.has(schema.at.absolutePointer)) return undefined;
  seen.add(schema.at.absolutePointer);
  const properties = schema.get("properties")?.members() ?? [];
  const own = properties.find(([name]) => pattern.test(name))?.[0];
  if (own !== undefined) return own;
  const inside = [
    ...properties.map(([, property]) => property),
    ...["items", "additionalProperties"].flatMap((key) => schema.get(key) ?? []),
    ...["allOf", "anyOf", "oneOf"].flatMap((key) => schema.get(key)?.items() ?? []),
  ];
  return inside.map((spot) => findIn(spot, seen)).find((name) => name !== undefined);
}
