import { describeLaws } from "../src/laws/describe-laws.ts";
import { museumDocument } from "./museum/document.ts";
import { openMuseum } from "./museum/server.ts";
import { museumTables } from "./museum/tables.ts";

describeLaws({ name: "a museum, correct by hand", tables: museumTables, document: museumDocument, world: openMuseum });
