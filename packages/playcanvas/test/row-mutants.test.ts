import { describeRowMutants, readClientRows } from "@fairlead/contract";
import { afterAll } from "vitest";
import { document, openWorlds, requests, tables } from "./laws-world.ts";

const { open, close } = await openWorlds("in process");
const rows = await readClientRows(new URL("../src/generated/operations.ts", import.meta.url));

// A few wrong pointers in the place of each; row-mutants-all.deep.ts has all.
describeRowMutants({ name: "PlayCanvas", rows, tables, document, requests, world: open, siblings: 2 });

afterAll(close);
