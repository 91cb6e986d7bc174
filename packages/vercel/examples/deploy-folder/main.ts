// VERCEL_TOKEN=… VERCEL_TEAM_SLUG=… node main.ts <folder> <project> [production|preview]
// Without a token it runs on a sandbox in this process.
import { createVercel } from "@fairlead/vercel";
import { folder } from "@fairlead/vercel/node";
import { onSandbox } from "./on-sandbox.ts";
import { showProgress } from "./show-progress.ts";

const [path = "", name = "", environment = "preview"] = process.argv.slice(2);
if (!name) {
  console.error("Usage: node main.ts <folder> <project> [production|preview]");
  process.exit(1);
}
await using _ = process.env.VERCEL_TOKEN ? undefined : await onSandbox();

// #region docs
const { VERCEL_TOKEN: auth, VERCEL_TEAM_SLUG: slug, VERCEL_API_URL: baseUrl } = process.env;
const vc = createVercel({ auth, slug, baseUrl });

// Ctrl+C ends the deploy; a build that has begun goes on.
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

const { deployment, uploaded, files } = await vc.deployments.deploy(folder(path), {
  name,
  ...(environment === "production" && { target: "production" }),
  skipAutoDetectionConfirmation: true,
  signal: stop.signal,
  onProgress: showProgress(process.stderr),
});
console.log(`https://${deployment.url}`);
console.log(`${files.length} files, ${uploaded.files} of them uploaded; ${deployment.inspectorUrl}`);
// #endregion
