import {
  type BundledDocument,
  contractCases,
  describePrismContract,
  operationsOf,
  readDocument,
} from "@fairlead/contract";
import { describe, expect, inject, it } from "vitest";
import { RateLimitError } from "../src/index.ts";
import * as operations from "../src/operations.ts";
import { inputs } from "./inputs.ts";

const document = readDocument(new URL("../../../spec/ayon/dist/openapi.json", import.meta.url));

// Each error is asked for on purpose: once is enough, and none says anything of the next call.
const core = () =>
  operations.createAyonCore({
    auth: "a-secret-token",
    baseUrl: inject("prismUrl"),
    retry: false,
    rateLimit: { mode: "off" },
  });

describePrismContract({ document: withoutThrottling(document), operations, inputs, core });

describe("a login too many", () => {
  const throttled = throttledLogins(document);

  it("is declared, with an example to ask for", () => {
    expect(throttled.length).toBeGreaterThan(0);
  });

  for (const { example, value } of throttled) {
    it(`login 503 ${example} is a RateLimitError, as a 429 is elsewhere`, async () => {
      const prefer = `code=503, example=${example}`;
      const result = await operations.login.safe(core(), inputs.login, { headers: { prefer } });
      if (result.ok || result.status !== 503) throw new Error(`The answer is ${result.status}.`);
      expect(result.error).toBeInstanceOf(RateLimitError);
      expect(result.error.body).toEqual(value);
      expect(result.response.headers.get("sl-violations")).toBeNull();
    });
  }
});

/** The answers to a login too many. */
function throttledLogins(whole: BundledDocument) {
  return contractCases(whole).filter(({ operationId, status }) => operationId === "login" && status === 503);
}

/** A copy of the document without them: the suite takes every 503 for a failure of the server. */
function withoutThrottling(whole: BundledDocument): BundledDocument {
  const copy = structuredClone(whole);
  delete operationsOf(copy).get("login")?.responses?.["503"];
  return copy;
}
