import type { Core, JobRow } from "@fairlead/runtime";
import { isWaiterTimeoutError, WaiterTimeoutError, type WaitOptions, waitFunction } from "@fairlead/runtime/waiters";
import {
  type GetProjectDomainData,
  getProjectDomain,
  type VerifyProjectDomainData,
  type VerifyProjectDomainInput,
  verifyProjectDomain,
} from "../generated/operations.ts";
import type { components } from "../generated/schema.ts";
import { type Client, coreOfClient } from "./client-core.ts";

/** What a look at a domain of a project found. */
export interface DomainLook {
  /** `pending` until one of the records is found. */
  readonly state: "pending" | "verified";
  /** Records, one of which has to be set; none where the domain is verified. */
  readonly missing: readonly components["schemas"]["VerificationChallenge"][];
  /** What the server said last, in English; `undefined` before it was asked to verify. */
  readonly reason?: string | undefined;
  /** The domain as it was last seen. */
  readonly domain: GetProjectDomainData | VerifyProjectDomainData;
}

/** How the wait for a domain goes. */
export type WaitForDomainOptions = WaitOptions<DomainLook>;

/** Refusals that another look may not meet again: the record is not seen yet, has an old text, or is another project's. */
const NOT_YET = /^(missing_txt_record|existing_project_domain|txt_record_mismatch|pending_domain_verification)/;

const domainJob: JobRow = {
  start: { id: "/domain/name", state: "/state" },
  status: { operationId: "verifyProjectDomain", param: "path.domain", state: "/state" },
  states: { pending: {}, verified: { end: "success", result: ["/domain"] } },
  // DNS takes minutes, and whoever has just set a record wants to know it at once.
  poll: { everyMs: 3000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
};

/**
 * Has the server look for the record of a domain of a project until it finds it, and the project may use the domain.
 * @param client - A client, or a core client.
 * @returns The verified domain.
 * @throws {WaiterTimeoutError} It was not verified within `maxWaitMs`, ten minutes unless it is set; the message names the
 * records that are missing.
 * @throws {WaiterAbortedError} The signal aborted.
 * @throws {WaiterError} The server refused to verify for another reason than a missing record.
 * @throws {NotFoundError} The project has no such domain.
 * @see https://vercel.com/docs/rest-api/projects/verify-project-domain
 */
export async function waitForDomainVerified(
  client: Client,
  input: VerifyProjectDomainInput,
  options?: WaitForDomainOptions,
): Promise<GetProjectDomainData | VerifyProjectDomainData> {
  let last: DomainLook | undefined;
  const wait = waitFunction({
    row: domainJob,
    operation: { id: "verifyProjectDomain", method: "POST", path: "/v9/projects/{idOrName}/domains/{domain}/verify" },
    start: {
      async full(core: Core, _: unknown, callOptions) {
        const answer = await getProjectDomain.full(core, input, callOptions);
        last = lookOf(answer.data);
        return { ...answer, data: last };
      },
    },
    status: {
      async full(core: Core, _: unknown, callOptions) {
        const answer = await verifyProjectDomain.safe(core, input, callOptions);
        if (answer.ok) {
          last = lookOf(answer.data);
          return { ...answer, data: last };
        }
        if (!last || answer.status !== 400 || !isPending(answer.error)) throw answer.error;
        last = { ...last, reason: errorOf(answer.error).message };
        return { ...answer, ok: true, data: last };
      },
    },
    statusParam: "domain",
  });
  try {
    const verified = await wait(coreOfClient(client), input, options as WaitOptions<never>).done();
    return verified as GetProjectDomainData | VerifyProjectDomainData;
  } catch (error) {
    throw isWaiterTimeoutError(error) && last ? withRecords(error, last) : error;
  }
}

function lookOf(domain: GetProjectDomainData | VerifyProjectDomainData): DomainLook {
  return domain.verified
    ? { state: "verified", missing: [], domain }
    : { state: "pending", missing: domain.verification ?? [], domain };
}

function isPending(error: { body: unknown }): boolean {
  return NOT_YET.test(errorOf(error).code ?? "");
}

function errorOf({ body }: { body: unknown }): { code?: string; message?: string } {
  return Object(Object(body).error);
}

/** The same error, whose message also names the records. */
function withRecords(error: WaiterTimeoutError, { missing, reason }: DomainLook): WaiterTimeoutError {
  const records = missing.map(({ type, domain, value }) => `${type} ${domain} "${value}"`).join(" or ");
  const { operationId, method, urlTemplate, elapsedMs, state, tally, attempts } = error;
  const source = {
    facts: (own?: object) => ({ operationId, method, urlTemplate, elapsedMs, attempts, ...own }),
    message: (text: string) => `${error.message}; ${text}`,
  };
  const text = records ? `missing: ${records}` : (reason ?? "the server names no record");
  return new WaiterTimeoutError(source, text, { state, tally, attempts }, error.lastState, { cause: error.cause });
}
