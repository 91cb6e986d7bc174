import type { Law } from "../law.ts";
import type { ClientSubject } from "./client-subject.ts";
import { beginsWithinQuota, followsQuotaHeaders, keepsQuota } from "./quota-client-laws.ts";
import { followsRedirects, tellsBrowserRedirects } from "./redirect-client-laws.ts";
import { repeatsAsDeclared, sendsKey } from "./repeat-client-laws.ts";
import { pollsAtPace, tellsFailure, waitsToTheEnd } from "./wait-client-laws.ts";
import { asksLargestPages, dropsRepeated, walksWholeList } from "./walk-client-laws.ts";

/** The laws of a client: what it does at run time with the rows that it has, on the server that the document describes. */
export function clientLaws(subject: ClientSubject): readonly Law[] {
  return [
    keepsQuota(subject),
    followsQuotaHeaders(subject),
    beginsWithinQuota(subject),
    walksWholeList(subject),
    asksLargestPages(subject),
    dropsRepeated(subject),
    waitsToTheEnd(subject),
    tellsFailure(subject),
    pollsAtPace(subject),
    sendsKey(subject),
    repeatsAsDeclared(subject),
    followsRedirects(subject),
    tellsBrowserRedirects(subject),
  ];
}
