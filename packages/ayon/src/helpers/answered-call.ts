import type { FairleadError, Meta } from "@fairlead/runtime";

/** The call that an error ends, as errors take it. */
type ErrorSource = NonNullable<ConstructorParameters<typeof FairleadError>[0]>;

/** What a call cost, as far as that is known. */
type Cost = Pick<Meta, "attempts" | "elapsedMs"> & Partial<Meta>;

/** A POST that was answered well, for an error about what stands in its answer. */
export function answeredCall(operationId: string, urlTemplate: string, cost: Cost): ErrorSource {
  const { rateLimit: _, ...spent } = cost;
  return {
    facts: (own) => ({ operationId, method: "POST", urlTemplate, ...spent, ...own }),
    message: (text) => `POST ${urlTemplate}: ${text}`,
  };
}
