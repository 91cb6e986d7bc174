import type { Behaviors } from "@fairlead/behaviors";
import type { AuthTable, OperationTable } from "@fairlead/sandbox/tables";
import { isObject, type OpenApiDocument } from "../document/document.ts";
import { DocumentError } from "../document/document-error.ts";
import type { Operation } from "../document/operations.ts";
import { componentName } from "./response-tables.ts";

/** How the credentials of each security scheme are judged. */
export function authTables(document: OpenApiDocument, { auth = {} }: Behaviors): Record<string, AuthTable> {
  return Object.fromEntries(
    Object.values(auth).map(
      ({ scheme, roles = {}, issued, actAs, missing, invalid, forbidden }): [string, AuthTable] => [
        scheme,
        {
          ...credential(document, scheme),
          roles,
          ...(issued && { issued }),
          ...(actAs && { actAs }),
          missing: answerTable(missing),
          invalid: answerTable(invalid),
          forbidden: answerTable(forbidden),
        },
      ],
    ),
  );
}

/** The credentials that an operation takes, each with its documented scopes and those that its method needs. */
export function neededScopes(
  document: OpenApiDocument,
  { auth = {} }: Behaviors,
  { method, source }: Operation,
): OperationTable["security"] {
  const requirements = source.security ?? document.security ?? [];
  return requirements.map((requirement) =>
    Object.fromEntries(
      Object.entries(requirement).map(([scheme, documented]) => {
        const { scopes = {} } = Object.values(auth).find((one) => one.scheme === scheme) ?? {};
        const byMethod = Object.entries(scopes).filter(([, methods]) =>
          (methods as readonly string[]).includes(method.toLowerCase()),
        );
        return [scheme, [...new Set([...documented, ...byMethod.map(([scope]) => scope)])]];
      }),
    ),
  );
}

function credential(document: OpenApiDocument, name: string): Pick<AuthTable, "type" | "name" | "in"> {
  const scheme = document.components?.securitySchemes?.[name];
  if (isObject(scheme)) {
    const { type, scheme: kind, name: parameter, in: place } = scheme;
    if (type === "http" && String(kind).toLowerCase() === "bearer") return { type: "bearer" };
    if (type === "apiKey" && typeof parameter === "string" && (place === "header" || place === "query")) {
      return { type: "apiKey", name: parameter, in: place };
    }
  }
  throw new DocumentError(`security scheme ${name}: neither a bearer token nor an API key in a header or the query`);
}

function answerTable({ status, response }: { status: number; response: string }): AuthTable["missing"] {
  return { status, response: componentName(response) };
}
