import type { ExpectedRequest } from "@fairlead/contract";
import type { Vercel } from "../../src/index.ts";

export { expectedJson as json } from "@fairlead/contract";

/** What one call of the client must put on the wire. */
export type Expected = ExpectedRequest<Vercel>;
