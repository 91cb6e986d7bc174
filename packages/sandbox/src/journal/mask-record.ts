import type { Tables } from "../tables/tables.ts";
import { credentialsOf } from "./credentials-of.ts";
import { isLongerThan } from "./is-longer-than.ts";
import type { JournalEntry, JournalRecord } from "./journal-entry.ts";
import { mask } from "./mask.ts";
import { maskAddresses } from "./mask-address.ts";
import { maskPath } from "./mask-path.ts";
import { mapTexts, ValueMask } from "./mask-value.ts";
import { isSecretName, isSecretText } from "./secret-names.ts";
import { Secrets } from "./secrets.ts";

/** The most characters of a body that is kept. */
const BODY_CHARACTERS = 8192;
/** The most characters of a path, of a query value and of a violation that are kept. */
const TEXT_CHARACTERS = 2000;

/**
 * The entry for an exchange. What is declared or named as a secret is masked where it stands, and its value wherever else it
 * turns up: in the path, in the answer, in the words of a violation.
 */
export function maskRecord(record: JournalRecord, tables: Tables): JournalEntry {
  const { operation, requestBody, responseBody } = record;
  const secrets = new Secrets();
  for (const value of credentialsOf(record, tables)) secrets.add(value);
  const path = maskPath(record, secrets);
  const query = maskQuery(record, tables, secrets);
  // What a client sends may come back in the answer; a long answer is only left out.
  const request = new ValueMask(secrets, BODY_CHARACTERS, true);
  const requestCopy = request.copy(requestBody, operation?.sensitive?.request ?? []);
  const response = new ValueMask(secrets, BODY_CHARACTERS, false);
  const isLong = isLongerThan(responseBody, BODY_CHARACTERS);
  const responseCopy = isLong ? undefined : response.copy(responseBody, operation?.sensitive?.response ?? []);

  const hide = (text: string): string => secrets.hide(maskAddresses(text));
  const short = (text: string): string => hide(text).slice(0, TEXT_CHARACTERS);
  const omitted = [
    ...(request.isTooLong ? (["requestBody"] as const) : []),
    ...(isLong || response.isTooLong ? (["responseBody"] as const) : []),
  ];
  const violations = record.violations.map((text) => short(withoutValue(text, record, tables)));
  return {
    id: record.id,
    at: record.at,
    realAt: Date.now(),
    durationMs: Math.round(record.durationMs * 1000) / 1000,
    session: record.session,
    api: record.api,
    ...(operation === undefined ? {} : { operationId: operation.id }),
    method: record.method,
    path: short(path),
    query: Object.fromEntries([...query].map(([name, values]) => [short(name), values.map(short)])),
    status: record.status,
    ...(violations.length === 0 ? {} : { violations }),
    ...(requestCopy === undefined || request.isTooLong ? {} : { requestBody: mapTexts(requestCopy, hide) }),
    ...(responseCopy === undefined || response.isTooLong ? {} : { responseBody: mapTexts(responseCopy, hide) }),
    ...(omitted.length === 0 ? {} : { omitted }),
  };
}

function maskQuery(record: JournalRecord, tables: Tables, secrets: Secrets): ReadonlyMap<string, readonly string[]> {
  const masked = new Map<string, string[]>();
  for (const [name, value] of record.query) {
    const isHidden = isSecretParameter(name, record, tables) || isSecretText(value);
    if (isHidden) secrets.add(value);
    masked.set(name, [...(masked.get(name) ?? []), isHidden ? mask : value]);
  }
  return masked;
}

function isSecretParameter(name: string, { operation }: JournalRecord, tables: Tables): boolean {
  const isKey = Object.values(tables.auth).some((scheme) => scheme.in === "query" && scheme.name === name);
  return isKey || isSecretName(name) || (operation?.sensitive?.query ?? []).includes(name);
}

/** A violation without the value that it quotes from a secret parameter, cut short perhaps and so not to be recognised. */
function withoutValue(violation: string, record: JournalRecord, tables: Tables): string {
  const [, place, name] = /^(query|path) (\S+) /.exec(violation) ?? [];
  if (place === undefined || name === undefined) return violation;
  const declared = record.operation?.sensitive?.path ?? [];
  const isHidden =
    place === "query" ? isSecretParameter(name, record, tables) : declared.includes(name) || isSecretName(name);
  return isHidden ? violation.replace(/ \(it is ".*$/s, "") : violation;
}
