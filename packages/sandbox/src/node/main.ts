#!/usr/bin/env node
import { run } from "./cli/program.ts";
import { keepMemorySmall } from "./keep-memory-small.ts";

keepMemorySmall();
await run(process.argv.slice(2));
