// scripts/coverage/compare.mjs: the operations, parameters and fields that facts know, and which of them a document says.
import { fieldsOf, resolve } from "./fields.mjs";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

// The same place whatever its parameters are called: GET /v2/teams/{}.
const placeOf = (method, path) => `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, "{}")}`;

const operationsOf = (document) => {
  const found = new Map();
  for (const [path, item] of Object.entries(document.paths))
    for (const method of methods)
      if (item[method] !== undefined) {
        const operation = item[method];
        const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
        found.set(placeOf(method, path), { document, path, operation, parameters });
      }
  return found;
};

// Parameters of the path count by their place, because only their number is a fact of the server.
const parametersOf = ({ document, parameters }) =>
  new Set(
    parameters
      .map((parameter) => resolve(document, parameter))
      .filter((parameter) => parameter.in !== "path")
      .map((parameter) =>
        parameter.in === "header" ? `header ${parameter.name.toLowerCase()}` : `${parameter.in} ${parameter.name}`,
      ),
  );

const fieldsOfContent = (document, body, into) => {
  for (const { schema } of Object.values(resolve(document, body ?? {}).content ?? {}))
    if (schema !== undefined) fieldsOf(document, schema, into);
  return into;
};

const requestOf = ({ document, operation }) => fieldsOfContent(document, operation.requestBody, new Set());

const responseOf = ({ document, operation }) => {
  const fields = new Set();
  for (const [status, response] of Object.entries(operation.responses ?? {}))
    if (status.startsWith("2")) fieldsOfContent(document, response, fields);
  return fields;
};

/** Of fields inside of a missing field only the outermost: who misses `creator` misses `creator.uid` with it. */
export const outermost = (missing) => {
  const names = new Set(missing);
  return missing.filter((name) => {
    for (let end = name.lastIndexOf("."); end > 0; end = name.lastIndexOf(".", end - 1))
      if (names.has(name.slice(0, end))) return false;
    return true;
  });
};

const readers = { parameters: parametersOf, request: requestOf, response: responseOf };

/** What is counted of each operation. */
export const kinds = Object.keys(readers);

/**
 * Compares a document with facts, both OpenAPI documents, by names.
 * @returns `operations`: those that both have, each by its place and its id in the document, with all that the document
 *   lacks; `unknown`: operations that the facts lack; `totals`: for operations, parameters, request and response fields how
 *   many facts are known and how many are said.
 */
export const compare = (document, facts) => {
  const ours = operationsOf(document);
  const known = operationsOf(facts);
  const totals = { operations: { said: 0, known: known.size } };
  for (const kind of kinds) totals[kind] = { said: 0, known: 0 };
  const operations = [];
  for (const [place, fact] of known) {
    const own = ours.get(place);
    if (own === undefined) continue;
    totals.operations.said += 1;
    const missing = {};
    for (const [kind, read] of Object.entries(readers)) {
      const said = read(own);
      const wanted = [...read(fact)];
      const lacking = wanted.filter((name) => !said.has(name));
      totals[kind].known += wanted.length;
      totals[kind].said += wanted.length - lacking.length;
      missing[kind] = lacking;
    }
    operations.push({ operation: place, id: own.operation.operationId, missing });
  }
  return { operations, unknown: [...ours.keys()].filter((place) => !known.has(place)), totals };
};
