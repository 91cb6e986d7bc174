import { describePlantedBugs } from "@fairlead/contract";
import { afterAll } from "vitest";
import { document, openWorlds, requests, tables } from "./laws-world.ts";

const { open, close } = await openWorlds("in process");

describePlantedBugs({ name: "AYON", tables, document, requests, world: open });

afterAll(close);
