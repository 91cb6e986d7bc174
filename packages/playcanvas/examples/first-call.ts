// #region docs
import { createPlayCanvas } from "@fairlead/playcanvas";

const pc = createPlayCanvas({ auth: process.env.PLAYCANVAS_TOKEN, baseUrl: process.env.PLAYCANVAS_URL });

const { result: scenes } = await pc.scenes.list({ projectId: 691250 });
const ids = scenes.map(({ id }) => id);
const job = await pc.apps.download({ body: { project_id: 691250, name: "Nightly build", scenes: ids } });
console.log(`Job ${job.id}: ${job.status}, ${scenes.length} scenes`);

const app = await pc.apps.get.safe({ id: 41 }); // a value instead of a throw
console.log(app.ok ? app.data.name : `${app.status}: ${app.error.message}`);
// #endregion
