import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { setTimeout as realSleep } from "node:timers/promises";
import { createPlayCanvas, type PlayCanvasOptions } from "@fairlead/playcanvas";
import { unzip } from "@fairlead/runtime/node";

/** What to build, and where to put it. */
export interface DownloadBuildOptions extends PlayCanvasOptions {
  projectId: number;
  /** Ids of the scenes; the first one is the start scene. */
  scenes: number[];
  name: string;
  /** A folder that does not exist yet, or is empty. */
  folder: string;
  /** Milliseconds between two looks at the job. @default 2000 */
  pollMs?: number;
  /** Looks at the job before giving up. @default 300, which is ten minutes */
  maxPolls?: number;
  /** Waits this many milliseconds; a test moves a clock instead. @default real time */
  sleep?: (ms: number) => Promise<unknown>;
  /** Told of each step. */
  log?: (line: string) => void;
}

/**
 * Builds a PlayCanvas app, waits for the build, and unpacks it.
 * @returns The names of the files in `folder`.
 * @throws {Error} The build failed, or took too long; besides the errors of the client and of `unzip`.
 */
export async function downloadBuild(options: DownloadBuildOptions): Promise<string[]> {
  const { projectId, scenes, name, folder, pollMs = 2000, maxPolls = 300, ...others } = options;
  const { sleep = realSleep, log = () => {}, ...clientOptions } = others;
  const pc = createPlayCanvas(clientOptions);

  const started = await pc.apps.download({ body: { project_id: projectId, name, scenes } });
  let { status, messages } = started;
  let url = started.data?.download_url ?? started.url; // a start may be complete at once
  for (let poll = 0; status === "running"; poll += 1) {
    if (poll === maxPolls) throw new Error(`Job ${started.id} is still running after ${maxPolls} looks.`);
    log(`Job ${started.id} is running`);
    await sleep(pollMs);
    const job = await pc.jobs.get({ id: started.id });
    ({ status, messages } = job);
    if (job.data !== undefined && "download_url" in job.data) url = job.data.download_url;
  }
  if (status !== "complete" || url === undefined) {
    throw new Error(`Job ${started.id} ended as ${status}: ${messages?.join("; ") || "no message"}`);
  }

  log("Fetching the build");
  const zip = `${folder}.zip`;
  await save(url, zip);
  const files = await unzip(zip, folder);
  log(`${files.length} files in ${folder}`);
  return files;
}

/** Fetches a URL into a file; the file appears only when all of it has arrived. */
async function save(url: string, file: string): Promise<void> {
  const { origin } = new URL(url);
  const response = await fetch(url); // without the token: the build is kept elsewhere
  if (!response.ok || response.body === null) throw new Error(`GET ${origin}: ${response.status} for the build`);
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(`${file}.part`));
    await rename(`${file}.part`, file);
  } finally {
    await rm(`${file}.part`, { force: true });
  }
}
