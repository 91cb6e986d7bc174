import type { SandboxApi } from "@fairlead/sandbox";
import tables from "../generated/sandbox.json" with { type: "json" };
import { hooks } from "./hooks/index.ts";
import { seed } from "./seed/index.ts";

/** What the sandbox needs to be this API: `startSandbox({ apis: { ayon } })`. */
const ayon: SandboxApi = { tables: tables as unknown as SandboxApi["tables"], seed, hooks };

export default ayon;
