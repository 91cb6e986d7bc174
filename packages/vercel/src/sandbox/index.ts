import type { SandboxApi } from "@fairlead/sandbox";
import tables from "../generated/sandbox.json" with { type: "json" };
import { hooks } from "./hooks/index.ts";
import { seed } from "./seed/index.ts";

/** Vercel for the sandbox: its tables, what every session begins with, and the hooks that its document names. */
const vercel: SandboxApi = { tables: tables as unknown as SandboxApi["tables"], seed, hooks };

export default vercel;
