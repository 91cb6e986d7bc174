// pnpm bench: the packed client beside the official SDK in one run, which is installed for it into a temporary folder.
import { fileURLToPath } from "node:url";
import { fetchPeer, runBench } from "@fairlead/bench";
import { ourClient, ours, peers } from "./peers.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const all = "all operations";

await runBench({
  packages: [path("../../runtime"), path("..")],
  ours: [ours, ourClient],
  bundles: { [all]: 'export * from "@fairlead/vercel/operations";' },
  baseline: fetchPeer("/v9/projects/harbour-site/domains/harbour.test"),
  peers,
  answer: {
    name: "harbour.test",
    apexName: "harbour.test",
    projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    redirect: null,
    redirectStatusCode: null,
    gitBranch: null,
    customEnvironmentId: null,
    updatedAt: 1_793_867_700_000,
    createdAt: 1_793_779_200_000,
    verified: true,
  },
  goals: {
    importMs: 15,
    memoryMb: 5,
    addedUs: 15,
    abortMs: 5,
    installedMb: 3,
    bundles: { [ours.name]: 9000, [all]: 16_000 },
  },
});
