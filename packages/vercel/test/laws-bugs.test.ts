import { describePlantedBugs } from "@fairlead/contract";
import { afterAll } from "vitest";
import { document, openWorlds, parameters, requests, tables } from "./laws-world.ts";

const { open, close } = await openWorlds("in process");

describePlantedBugs({ name: "Vercel", tables, document, requests, parameters, world: open });

afterAll(close);
