import { describePrismContract, readDocument } from "@fairlead/contract";
import { inject } from "vitest";
import * as operations from "../src/operations.ts";
import { inputs } from "./inputs.ts";

describePrismContract({
  document: readDocument(new URL("../../../spec/playcanvas/dist/openapi.json", import.meta.url)),
  operations,
  inputs,
  // Each error is asked for on purpose: once is enough, and none says anything of the next call.
  core: () =>
    operations.createPlayCanvasCore({
      auth: "a-secret-token",
      baseUrl: inject("prismUrl"),
      retry: false,
      rateLimit: { mode: "off" },
    }),
});
