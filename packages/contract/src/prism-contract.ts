import type { CallOptions, Core } from "@fairlead/runtime";
import { describe, expect, it } from "vitest";
import { askFor } from "./ask-for.ts";
import { type ContractCase, contractCases } from "./contract-cases.ts";
import { type BundledDocument, operationsOf } from "./document.ts";
import { errorName } from "./error-name.ts";

/** What `.safe` of a standalone function gives, as far as a contract test looks. */
export interface SafeResult {
  ok: boolean;
  status: number;
  data?: unknown;
  error?: { name: string; status?: number; body?: unknown };
  response?: Response;
}

/** A standalone function of an API package. */
export interface StandaloneFunction {
  safe(core: Core, input: never, options?: CallOptions): Promise<SafeResult>;
}

/** The parts of a contract suite. */
export interface PrismContract {
  document: BundledDocument;
  /** The standalone functions, by operationId. */
  operations: Record<string, unknown>;
  /** A valid input for every operation, by operationId. */
  inputs: Record<string, unknown>;
  /** A core client with a token that the mock accepts. */
  core(): Core;
}

/** Registers the suite: every operation gives every declared answer of the mock, typed and without a violation. */
export function describePrismContract({ document, operations, inputs, core }: PrismContract): void {
  describe("every declared answer of the mock", () => {
    it("is asked for with an input for each operation, and with no other", () => {
      expect(Object.keys(inputs).sort()).toEqual([...operationsOf(document).keys()].sort());
    });
    for (const wanted of contractCases(document)) {
      const { operationId, status, example } = wanted;
      it(`${operationId} ${status}${example === undefined ? "" : ` ${example}`}`, async () => {
        const call = operations[operationId] as StandaloneFunction;
        const result = await call.safe(core(), inputs[operationId] as never, { headers: askFor(wanted) });
        expect(result.response?.headers.get("sl-violations") ?? null).toBeNull();
        expect(result.status).toBe(status);
        await expectBody(result, wanted, document);
      });
    }
  });
}

/** Compares what the client made of the answer with the example. */
async function expectBody(
  result: SafeResult,
  { operationId, status, mediaType, value }: ContractCase,
  document: BundledDocument,
): Promise<void> {
  if (status >= 400) {
    expect(result.ok).toBe(false);
    expect(result.error?.body).toEqual(value);
    expect(result.error?.name).toBe(errorName(document, operationId, status));
  } else if (mediaType === undefined) {
    expect(result).toMatchObject({ ok: true, data: undefined });
  } else if (isIterable(result.data)) {
    const lines: unknown[] = [];
    for await (const line of result.data) lines.push(line);
    expect(lines).toEqual([value]);
  } else if (result.data instanceof Blob) {
    expect(await result.data.text()).toBe(value);
  } else {
    expect(result.ok).toBe(true);
    expect(result.data).toEqual(value);
  }
}

/** Whether the client gives lines as they come. */
function isIterable(data: unknown): data is AsyncIterable<unknown> {
  return typeof data === "object" && data !== null && Symbol.asyncIterator in data;
}
