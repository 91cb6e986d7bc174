#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { referencePage } from "./reference/reference-page.ts";

// Writes the reference page of all behaviour keys: fairlead-reference <file>.

const [file, ...others] = process.argv.slice(2);
if (file === undefined || others.length > 0) {
  console.error("usage: fairlead-reference <file.md>");
  process.exitCode = 2;
} else {
  writeFileSync(file, referencePage());
}
