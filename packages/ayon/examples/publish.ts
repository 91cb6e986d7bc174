// AYON_SERVER_URL=… AYON_API_KEY=… node publish.ts <project> <folder> <product> <picture.png>
// With AYON_USER and AYON_PASSWORD in place of the key it logs in, and out at its end.
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { apiKey, createAyon, login } from "@fairlead/ayon";
import { showProgress } from "./show-progress.ts";

const { AYON_SERVER_URL: baseUrl = "", AYON_API_KEY, AYON_USER, AYON_PASSWORD } = process.env;
const [project_name = "", path = "", name = "", picture = ""] = process.argv.slice(2);
if (!picture) {
  console.error("Usage: node publish.ts <project> <folder> <product> <picture.png>");
  process.exit(1);
}
const user = { name: AYON_USER ?? "", password: AYON_PASSWORD ?? "" };

// #region docs
await using ay = createAyon({ baseUrl, auth: AYON_API_KEY ? apiKey(AYON_API_KEY) : login(user) });

const folder = await ay.folderByPath({ project_name, path });
if (!folder) throw new Error(`${project_name} has no folder ${path}`);
console.log(`${folder.path}: ${folder.status}`);

const file = await openAsBlob(picture, { type: "image/png" });
const published = await ay.publishVersion(
  {
    project_name,
    folder: folder.id,
    product: { name, type: "image" },
    comment: "From a script",
    representations: [{ name: "png", files: [{ path: picture, size: file.size }] }],
    reviewable: { file, name: basename(picture), label: name },
  },
  { onProgress: showProgress(process.stderr) },
);
console.log(`${name} v${String(published.version).padStart(3, "0")} is published: ${published.versionId}`);
// #endregion
