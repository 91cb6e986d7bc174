// PLAYCANVAS_TOKEN=… PROJECT_ID=… SCENES=1,2 node main.ts [folder]
// Without a token it runs on a sandbox in this process.
import { createPlayCanvas } from "@fairlead/playcanvas";
import { type SaveProgress, saveBuild } from "@fairlead/playcanvas/node";
import { type Ora, oraPromise } from "ora";
import { onSandbox } from "./on-sandbox.ts";

await using _ = process.env.PLAYCANVAS_TOKEN ? undefined : await onSandbox();
const [folder = "build"] = process.argv.slice(2);

// #region docs
const { PLAYCANVAS_TOKEN: auth, PLAYCANVAS_URL: baseUrl, PROJECT_ID, SCENES = "" } = process.env;
const pc = createPlayCanvas({ auth, baseUrl });
const build = { project_id: Number(PROJECT_ID), scenes: SCENES.split(",").map(Number), name: "Nightly build" };
const run = (spinner: Ora) => {
  const onProgress = ({ text }: SaveProgress) => Object.assign(spinner, { text });
  return saveBuild(pc, build, folder, { onProgress });
};
const { files } = await oraPromise(run, { text: "starting", isSilent: !process.stderr.isTTY });
console.log(files.join("\n"));
// #endregion
