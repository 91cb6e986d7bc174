// pnpm bench: what the packed client costs a user. Sizes and instantiations are exact; times are the median of nine runs.
import { fileURLToPath } from "node:url";
import { instantiations, measureBundle, packedConsumer } from "@fairlead/contract";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const compilers = {
  "TypeScript 7": path("../node_modules/.bin/tsc"),
  "TypeScript 5.9": path("../../codegen/node_modules/.bin/tsc"),
};
await using consumer = await packedConsumer([path("../../runtime"), path("..")]);
const rows: [what: string, figure: string][] = [["Node of the machine", consumer.nodeVersion]];

for (const [what, code] of Object.entries({
  "one operation": 'export { createPlayCanvasCore, getApp } from "@fairlead/playcanvas/operations";',
  "all operations": 'export * from "@fairlead/playcanvas/operations";',
  "the client": 'export { createPlayCanvas } from "@fairlead/playcanvas";',
})) {
  const { minifiedBytes, gzipBytes } = await measureBundle(code, consumer.folder);
  rows.push([`bundle of ${what}`, `${minifiedBytes} bytes, ${gzipBytes} gzip`]);
}

const imports = [];
for (let run = 0; run < 9; run += 1) {
  const printed = await consumer.run(`
    const memory = process.memoryUsage().rss, start = performance.now();
    const { createPlayCanvas } = await import("@fairlead/playcanvas");
    createPlayCanvas({ auth: "a-secret-token" });
    console.log(JSON.stringify([performance.now() - start, process.memoryUsage().rss - memory]));`);
  imports.push(JSON.parse(printed) as [ms: number, bytes: number]);
}
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
rows.push(["import and make a client", `${median(imports.map(([ms]) => ms)).toFixed(1)} ms`]);
rows.push(["its memory", `${(median(imports.map(([, bytes]) => bytes)) / 1e6).toFixed(1)} MB of RSS`]);

const calls = [
  "await pc.jobs.get({ id: 1 })",
  "await pc.apps.get({ id: 1 })",
  "await pc.scenes.list({ projectId: 1 })",
  'await pc.assets.get({ assetId: 1, branchId: "b" })',
  'await pc.branches.create({ body: { name: "n", projectId: 1, sourceBranchId: "b" } })',
  'await pc.checkpoints.list({ branchId: "b", limit: 2 })',
  'await pc.projects.export({ id: 1, body: { branch_id: "b" } })',
  'await pc.apps.download({ body: { project_id: 1, name: "n", scenes: [1] } })',
  'await pc.assets.delete({ assetId: 1, branchId: "b" })',
  "await pc.supersplat.listSplats({ limit: 2 })",
];
const head =
  'import { createPlayCanvas } from "@fairlead/playcanvas";\nconst pc = createPlayCanvas({ auth: "a-secret-token" });\n';
for (const [name, tsc] of Object.entries(compilers)) {
  const count = async (lines: string[]) =>
    instantiations(await consumer.typecheck({ tsc, moduleResolution: "nodenext" }, head + lines.join(";\n"), false));
  const none = await count([]);
  const one = await count(calls.slice(0, 1));
  const ten = await count(calls);
  rows.push([`instantiations, ${name}`, `first call ${one - none}, nine more ${ten - one}, without a call ${none}`]);
  const safe = calls.map((call, index) => safely(call, index));
  const [first, all] = [await count(safe.slice(0, 1)), await count(safe)];
  rows.push([`the same with .safe`, `first call ${first - none}, nine more ${all - first}`]);
}

const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, figure] of rows) console.log(`${what.padEnd(width)}  ${figure}`);

/** The same call by `.safe`, with its outcomes told apart. */
function safely(call: string, index: number): string {
  const outcome = `outcome${index}`;
  return `const ${outcome} = ${call.replace("(", ".safe(")};
    if (!${outcome}.ok && ${outcome}.status === 401) console.log(${outcome}.error.body.error);
    else if (!${outcome}.ok) throw ${outcome}.error`;
}
