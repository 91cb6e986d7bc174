import { describeRowMutants, readClientRows } from "@fairlead/contract";
import { afterAll } from "vitest";
import { document, openWorlds, requests, tables } from "./laws-world.ts";

const { open, close } = await openWorlds("in process");
const rows = await readClientRows(new URL("../src/generated/operations.ts", import.meta.url));

describeRowMutants({ name: "PlayCanvas, every wrong pointer", rows, tables, document, requests, world: open });

afterAll(close);
