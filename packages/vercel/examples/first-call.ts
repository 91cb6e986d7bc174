// #region docs
import { writeFile } from "node:fs/promises";
import { createVercel } from "@fairlead/vercel";

const { VERCEL_TOKEN: auth, VERCEL_TEAM_SLUG: slug, VERCEL_API_URL: baseUrl } = process.env;

const vc = createVercel({ auth, slug, baseUrl });
const projects = await vc.projects.list.all();
await writeFile("projects.json", JSON.stringify(projects, null, 2));

console.log(`projects.json has ${projects.length} projects: ${projects.map(({ name }) => name).join(", ")}`);
// #endregion
