import { describeLaws } from "@fairlead/contract";
import { afterAll } from "vitest";
import { document, openWorlds, requests, tables } from "./laws-world.ts";

const { open, close } = await openWorlds("in process");

describeLaws({ name: "AYON, in process", tables, document, requests, world: open });

afterAll(close);
