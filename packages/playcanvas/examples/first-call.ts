// #region docs
import { createPlayCanvas } from "@fairlead/playcanvas";

const { PLAYCANVAS_TOKEN: auth, PLAYCANVAS_URL: baseUrl } = process.env;
const pc = createPlayCanvas({ auth, baseUrl });

const { result } = await pc.scenes.list({ projectId: 691250 });
const scenes = result.map(({ id }) => id);
const body = { project_id: 691250, name: "Nightly build", scenes };
const job = await pc.apps.download({ body });
console.log(`Job ${job.id}: ${job.status}, ${scenes.length} scenes`);

const app = await pc.apps.get.safe({ id: 41 }); // a value, not a throw
console.log(app.ok ? app.data.name : `${app.status}: ${app.error.message}`);
// #endregion
