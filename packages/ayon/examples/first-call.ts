// #region docs
import { createAyon, login } from "@fairlead/ayon";

const { AYON_SERVER_URL: baseUrl = "", AYON_USER: name = "", AYON_PASSWORD: password = "" } = process.env;
await using ay = createAyon({ baseUrl, auth: login({ name, password }) });

const { projects } = await ay.projects.list({ active: true });
for (const { code, name } of projects) console.log(`${code}: ${name}`);

const anatomy = await ay.anatomy.getPreset({ preset_name: "__primary__" });
const body = { name: "lighthouse_ad", code: "lha", anatomy };
const made = await ay.projects.create.safe({ body }); // a value, not a throw
console.log(made.ok ? "lighthouse_ad is made" : `${made.status}: ${made.error.message}`);
// #endregion
