import type { SandboxApi } from "@fairlead/sandbox";
import tables from "../generated/sandbox.json" with { type: "json" };
import { seed } from "./seed.ts";

/** Acme for the sandbox: its tables, what every session begins with, and the hooks that its document names. */
const acme: SandboxApi = { tables: tables as unknown as SandboxApi["tables"], seed, hooks: {} };
export default acme;
