import { NO_LIMIT_MS, transferBody } from "../files/transfer-body.ts";
import type { BodyParser } from "../operation-row.ts";

/** Gives a 2xx as a `Blob` of the answer's media type. The call has no limit in all, and the file none in size. */
export const asBlob: BodyParser = {
  totalMs: NO_LIMIT_MS,
  parse: (call, deadline, response) => transferBody(call, deadline, response).blob(),
};
