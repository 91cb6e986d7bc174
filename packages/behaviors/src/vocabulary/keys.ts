import { evidenceKey } from "./evidence.ts";
import { idempotencyKey } from "./idempotency.ts";
import { jobKey } from "./job.ts";
import { methodKey } from "./method.ts";
import { paginationKey } from "./pagination.ts";
import { rateLimitKey } from "./rate-limit.ts";
import { redirectHostsKey } from "./redirect-hosts.ts";
import { resourceKey } from "./resource.ts";
import { sensitiveKey } from "./sensitive.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** Every key of the vocabulary. A further key is a file in this folder and a line here. */
export const keys: readonly VocabularyKey[] = [
  rateLimitKey,
  paginationKey,
  jobKey,
  resourceKey,
  idempotencyKey,
  evidenceKey,
  methodKey,
  redirectHostsKey,
  sensitiveKey,
];
