// Serves the sandbox of the tables given, for the bench: node serve-sandbox.ts <tables.json>. Prints its address.
import { readFileSync } from "node:fs";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { keepMemorySmall } from "@fairlead/sandbox/node";

keepMemorySmall(); // as the command fairlead-sandbox does
const [file = ""] = process.argv.slice(2);
const tables = JSON.parse(readFileSync(file, "utf8")) as typeof playcanvas.tables;
const sandbox = await startSandbox({
  apis: { playcanvas: { ...playcanvas, tables } },
  clock: "real",
  quotas: false,
  answers: "report",
});
console.log(sandbox.api.playcanvas.url);
process.on("SIGTERM", () => void sandbox.close().then(() => process.exit(0)));
