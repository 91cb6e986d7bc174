// PLAYCANVAS_TOKEN=… PROJECT_ID=… SCENES=1,2 node main.ts [folder]
// Without a token it runs on a sandbox in this process.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOnSandbox } from "./build-on-sandbox.ts";
import { downloadBuild } from "./download-build.ts";

const { PLAYCANVAS_TOKEN: auth, PLAYCANVAS_URL: baseUrl, PROJECT_ID, SCENES } = process.env;
const [folder] = process.argv.slice(2);

if (auth === undefined) {
  const files = await buildOnSandbox(
    folder ?? join(await mkdtemp(join(tmpdir(), "harbour-tour-")), "build"),
    console.log,
  );
  for (const file of files) console.log(`  ${file}`);
} else if (PROJECT_ID === undefined || SCENES === undefined) {
  console.error("Set PROJECT_ID and SCENES (ids of scenes, with commas between them).");
  process.exit(1);
} else {
  await downloadBuild({
    auth,
    baseUrl,
    projectId: Number(PROJECT_ID),
    scenes: SCENES.split(",").map(Number),
    name: "Nightly build",
    folder: folder ?? "build",
    log: console.log,
  });
}
