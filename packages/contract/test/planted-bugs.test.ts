import { describePlantedBugs } from "../src/laws/describe-planted-bugs.ts";
import { museumDocument } from "./museum/document.ts";
import { openMuseum } from "./museum/server.ts";
import { museumTables } from "./museum/tables.ts";

describePlantedBugs({ name: "a museum", tables: museumTables, document: museumDocument, world: openMuseum });
