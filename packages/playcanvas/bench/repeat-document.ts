/** A bundled document as far as it is repeated here. */
export interface Bundle {
  readonly paths: Record<string, Record<string, unknown>>;
  readonly [member: string]: unknown;
}

const methods = ["get", "put", "post", "delete", "patch"];

/**
 * A document with at least so many operations: its paths again and again under `/r1`, `/r2` and so on. What they do is
 * declared for the first copy alone; the others answer as static operations.
 */
export function repeatDocument(bundle: Bundle, operations: number): Bundle {
  const paths: Record<string, Record<string, unknown>> = { ...bundle.paths };
  const statics: Record<string, string> = {};
  const each = count(bundle.paths);
  for (let copy = 1; each * copy < operations; copy++) {
    for (const [path, item] of Object.entries(bundle.paths)) {
      paths[`/r${copy}${path}`] = Object.fromEntries(
        Object.entries(item).map(([key, operation]) => [
          key,
          methods.includes(key) ? plain(operation, copy, statics) : operation,
        ]),
      );
    }
  }
  const behaviors = bundle["x-behaviors"] as Record<string, unknown>;
  const { static: own } = behaviors as { static?: Record<string, string> };
  return { ...bundle, paths, "x-behaviors": { ...behaviors, static: { ...own, ...statics } } };
}

/** How many operations a document has. */
export function count(paths: Bundle["paths"]): number {
  return Object.values(paths).reduce(
    (sum, item) => sum + Object.keys(item).filter((key) => methods.includes(key)).length,
    0,
  );
}

function plain(operation: unknown, copy: number, statics: Record<string, string>): unknown {
  const { "x-job": _job, "x-resource": _resource, ...rest } = operation as Record<string, unknown>;
  const operationId = `${String(rest.operationId)}R${copy}`;
  statics[operationId] = "A copy of an operation, to make the document large.";
  return { ...rest, operationId, "x-method": `${String(rest["x-method"])}${copy}` };
}
