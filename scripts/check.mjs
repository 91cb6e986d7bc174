// scripts/check.mjs: runs every house check of scripts/checks/ over the tree and prints what each refuses.
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = new URL("checks/", import.meta.url);
let failed = 0;
for (const name of (await readdir(folder)).filter((file) => file.endsWith(".mjs") && !file.includes(".test.")).sort()) {
  const { check, fix } = await import(new URL(name, folder).href);
  const findings = await check(root);
  if (findings.length === 0) continue;
  failed += findings.length;
  console.error(
    `${name}: ${findings.length} finding${findings.length === 1 ? "" : "s"}\n  ${findings.join("\n  ")}\n  Fix: ${fix}`,
  );
}
process.exit(failed === 0 ? 0 : 1);
