import { describePrismContract, readDocument } from "@fairlead/contract";
import { inject } from "vitest";
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

describePrismContract({ document, operations, inputs, core });
