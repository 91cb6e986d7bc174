import type { Law } from "../law.ts";
import { authAnswers, headAsGet, unknownId, unsupportedMethod } from "./access-laws.ts";
import { deleteCascades, parentScopeIsolated } from "./belonging-laws.ts";
import { acceptance, conformance, notAServerError } from "./conformance-laws.ts";
import { jobForgotten, jobMonotonic, jobResultAtEnd, jobTerminates } from "./job-laws.ts";
import { filterSelects, sortedAsAsked } from "./list-laws.ts";
import { negativeDataRejection } from "./negative-law.ts";
import { pagesCoverExactlyOnce, pagesStableUnderInsert } from "./page-laws.ts";
import { quotaEnforced, quotaHeadersTruthful, quotaRefills, quotaTiers } from "./quota-laws.ts";
import {
  createThenGetEqual,
  deleteThen404,
  listContainsCreated,
  patchIsPartial,
  uniqueConflict,
} from "./resource-laws.ts";
import { idempotentReplay, sensitiveMasked, sessionIsolation } from "./session-laws.ts";
import { webhookSignedOnce } from "./webhook-law.ts";

/** All laws, in the order of their reports. */
export const laws: readonly Law[] = [
  conformance,
  acceptance,
  negativeDataRejection,
  notAServerError,
  authAnswers,
  unknownId,
  unsupportedMethod,
  headAsGet,
  quotaEnforced,
  quotaHeadersTruthful,
  quotaRefills,
  quotaTiers,
  pagesCoverExactlyOnce,
  pagesStableUnderInsert,
  sortedAsAsked,
  filterSelects,
  jobMonotonic,
  jobTerminates,
  jobResultAtEnd,
  jobForgotten,
  createThenGetEqual,
  patchIsPartial,
  deleteThen404,
  deleteCascades,
  listContainsCreated,
  parentScopeIsolated,
  uniqueConflict,
  idempotentReplay,
  sessionIsolation,
  sensitiveMasked,
  webhookSignedOnce,
];
