import type { OperationTable } from "../tables/tables.ts";
import type { JournalRecord } from "./journal-entry.ts";
import { mask } from "./mask.ts";
import { isSecretName } from "./secret-names.ts";
import type { Secrets } from "./secrets.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The path with its secret parameters masked. Of a path that no operation has nothing is declared: there long segments are
 * masked, and what follows a segment that is named like a secret.
 */
export function maskPath({ operation, pathname }: JournalRecord, secrets: Secrets): string {
  if (operation !== undefined && !hasSecrets(operation)) return pathname;
  const template = operation?.path.split("/");
  return pathname
    .split("/")
    .map((segment, index, segments) => {
      const isHidden =
        template === undefined
          ? isSuspicious(segment, segments[index - 1] ?? "")
          : isSecretSegment(template[index] ?? "", operation?.sensitive?.path ?? []);
      if (!isHidden || segment === "") return segment;
      secrets.add(segment);
      secrets.add(decode(segment));
      return mask;
    })
    .join("/");
}

const known = new WeakMap<OperationTable, boolean>();

/** Whether any segment of the operation's paths is a secret: of most operations none is. */
function hasSecrets(operation: OperationTable): boolean {
  const found =
    known.get(operation) ??
    operation.path.split("/").some((segment) => isSecretSegment(segment, operation.sensitive?.path ?? []));
  known.set(operation, found);
  return found;
}

function isSecretSegment(template: string, declared: readonly string[]): boolean {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  return names.some((name) => declared.includes(name) || isSecretName(name));
}

function isSuspicious(segment: string, before: string): boolean {
  return (segment.length >= 20 && !uuid.test(segment)) || isSecretName(before);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
