import playcanvas from "@fairlead/playcanvas/sandbox";
import { type Sandbox, startSandbox } from "@fairlead/sandbox";

/**
 * Starts a sandbox in this process, whose clock is 20 times as fast as yours, and puts a project of its seed into the
 * environment: no account is needed.
 */
export async function onSandbox(): Promise<Sandbox<{ playcanvas: typeof playcanvas }>> {
  const sandbox = await startSandbox({ apis: { playcanvas }, clock: "x20" });
  const { url: PLAYCANVAS_URL, token } = sandbox.api.playcanvas;
  console.error(`No PLAYCANVAS_TOKEN, so this runs on a sandbox at ${PLAYCANVAS_URL}`);
  Object.assign(process.env, { PLAYCANVAS_URL, PLAYCANVAS_TOKEN: token(), PROJECT_ID: "691250", SCENES: "1203,1204" });
  return sandbox;
}
