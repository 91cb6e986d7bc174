import { describePrismContract, readDocument } from "@fairlead/contract";
import { inject } from "vitest";
import * as operations from "../src/operations.ts";
import { inputs } from "./inputs.ts";

describePrismContract({
  document: readDocument(new URL("../../../spec/vercel/dist/openapi.json", import.meta.url)),
  operations,
  inputs,
  core: () =>
    operations.createVercelCore({
      auth: "a-secret-token",
      baseUrl: inject("prismUrl"),
      retry: false,
      rateLimit: { mode: "off" },
    }),
});
