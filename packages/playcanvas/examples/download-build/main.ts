// PLAYCANVAS_TOKEN=… PROJECT_ID=… SCENES=1,2 node main.ts [folder]
import { downloadBuild } from "./download-build.ts";

const { PLAYCANVAS_TOKEN: auth, PLAYCANVAS_URL: baseUrl, PROJECT_ID, SCENES } = process.env;
if (auth === undefined || PROJECT_ID === undefined || SCENES === undefined) {
  console.error("Set PLAYCANVAS_TOKEN, PROJECT_ID and SCENES (ids of scenes, with commas between them).");
  process.exit(1);
}
await downloadBuild({
  auth,
  ...(baseUrl === undefined ? {} : { baseUrl }),
  projectId: Number(PROJECT_ID),
  scenes: SCENES.split(",").map(Number),
  name: "Nightly build",
  folder: process.argv[2] ?? "build",
  log: console.log,
});
