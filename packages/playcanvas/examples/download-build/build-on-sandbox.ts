import { setTimeout as sleep } from "node:timers/promises";
import playcanvas from "@fairlead/playcanvas/sandbox";
import { startSandbox } from "@fairlead/sandbox";
import { downloadBuild } from "./download-build.ts";

/** How many times faster than real time the sandbox's clock runs, and with it the waiting. */
const speed = 20;

/**
 * Does what `downloadBuild` does against a sandbox in this process, with a project of its seed: no account is needed.
 * @returns The names of the files in `folder`.
 */
export async function buildOnSandbox(folder: string, log: (line: string) => void): Promise<string[]> {
  await using sandbox = await startSandbox({ apis: { playcanvas }, clock: `x${speed}` });
  const { url, token } = sandbox.api.playcanvas;
  log(`No PLAYCANVAS_TOKEN, so this runs on a sandbox at ${url}, whose clock is ${speed} times as fast as yours`);
  return await downloadBuild({
    auth: token(),
    baseUrl: url,
    projectId: 691250,
    scenes: [1203, 1204],
    name: "Harbour tour",
    folder,
    sleep: (ms) => sleep(ms / speed),
    log,
  });
}
