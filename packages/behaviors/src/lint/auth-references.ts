import { resourceKey } from "../vocabulary/resource.ts";
import type { DocumentModel } from "./document-model.ts";
import type { Report } from "./rule.ts";

/** The names in `auth` lead somewhere: its scheme is declared and asked for, and a role's scopes are needed somewhere. */
export function checkAuthReferences(document: DocumentModel, report: Report): void {
  for (const [name, auth] of document.block("auth")) {
    const scheme = auth.get("scheme");
    if (scheme === undefined) continue;
    const asked = document.operations.map((operation) => document.security(operation).get(String(scheme.value)));
    if (document.root.find("components", "securitySchemes", String(scheme.value)) === undefined)
      report(`No security scheme is called ${String(scheme.value)}.`, scheme.at);
    else if (asked.every((scopes) => scopes === undefined))
      report(`x-behaviors.auth.${name} is used by no operation.`, auth.at.key());
    const issued = auth.find("issued", "type");
    if (issued !== undefined && !document.definitions(resourceKey).some(([type]) => type === issued.value))
      report(`x-behaviors.resources has no ${String(issued.value)}.`, issued.at);
    const byMethod = (auth.get("scopes")?.members() ?? []).map(([scope]) => scope);
    const needed = new Set([...asked.flatMap((scopes) => scopes ?? []), ...byMethod]);
    for (const scope of (auth.get("roles")?.members() ?? []).flatMap(([, scopes]) => scopes.items())) {
      if (!needed.has(String(scope.value))) report(`No operation needs the scope ${String(scope.value)}.`, scope.at);
    }
  }
}
