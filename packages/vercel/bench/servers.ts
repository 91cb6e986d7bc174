import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildServer, freePort, type ServerRun, startServer } from "@fairlead/bench";

const run = promisify(execFile);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The vendor's own emulator, at the version that the facts were read in; it asks for Node 24. */
export const emulator = ["emulate", "0.12.2"] as const;

/** A server that can be started again and again. */
export interface Served {
  readonly name: string;
  /** Starts it with the team `acme`, which has so many projects. */
  start(projects: number): Promise<ServerRun>;
}

const ready = { path: "/v10/projects?slug=acme&limit=20", headers: { authorization: "Bearer bench-token-1" } };

/** The sandbox of this package as JavaScript, as users install it. */
export async function ourSandbox(folder: string): Promise<Served> {
  const file = join(folder, "serve-sandbox.mjs");
  await buildServer(path("serve-sandbox.ts"), file);
  return {
    name: "fairlead sandbox",
    start: (projects) => startServer([process.execPath, file, String(projects)], ready),
  };
}

/** The vendor's emulator, installed by npm below the folder. */
export async function vendorsEmulator(folder: string): Promise<Served> {
  const home = join(folder, "emulate");
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "package.json"), '{ "private": true, "type": "module" }');
  await run("npm", ["install", "--no-audit", "--no-fund", "--save-exact", emulator.join("@")], { cwd: home });
  const program = join(home, "node_modules", "emulate", "dist", "index.js");
  return {
    name: emulator.join(" "),
    async start(projects) {
      const seed = join(home, `seed-${projects}.json`);
      await writeFile(seed, JSON.stringify(seedOf(projects)));
      const port = await freePort();
      const command = [process.execPath, program, "start", "--service", "vercel", "--port", `${port}`, "--seed", seed];
      return startServer(command, ready, `http://127.0.0.1:${port}`);
    },
  };
}

/** The world of our seed in the emulator's words, with more projects. */
function seedOf(projects: number): unknown {
  const names = ["harbour-site", "tide-table"];
  while (names.length < projects) names.push(`spare-${names.length}`);
  return {
    tokens: { "bench-token-1": { login: "deckhand", scopes: ["user"] } },
    vercel: {
      users: [{ username: "deckhand", name: "Deck Hand", email: "deckhand@example.com" }],
      teams: [{ slug: "acme", name: "Acme" }],
      projects: names.map((name) => ({ name, team: "acme", framework: "nextjs" })),
    },
  };
}
