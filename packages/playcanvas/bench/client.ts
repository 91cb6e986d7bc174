// pnpm bench: the packed client beside its peers in one run, which are installed for it into a temporary folder.
import { fileURLToPath } from "node:url";
import { fetchPeer, runBench } from "@fairlead/bench";
import { ourClient, ours, peers } from "./peers.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const everything = "everything of @fairlead/runtime";
const entries = ["", "/public", "/files", "/waiters", "/raw", "/shared-store"];

await runBench({
  packages: [path("../../runtime"), path("..")],
  ours: [ours, ourClient],
  bundles: {
    [everything]: 'export * from "@fairlead/runtime";',
    "the same with its other entries": entries
      .map((entry, index) => `export * as e${index} from "@fairlead/runtime${entry}";`)
      .join("\n"),
  },
  baseline: fetchPeer("/api/apps/41"),
  peers,
  // What the strictest of the clients asks for is in it.
  answer: {
    id: 41,
    name: "harbour.test",
    apexName: "harbour.test",
    projectId: "691250",
    createdAt: 1_780_000_000_000,
    verified: true,
  },
  goals: {
    importMs: 15,
    memoryMb: 5,
    addedUs: 15,
    abortMs: 5,
    bundles: { [ours.name]: 7000, [everything]: 12_000 },
  },
});
