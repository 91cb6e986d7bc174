import { type JobHook, zip } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { fileNameOf } from "../../build/file-name.ts";
import { npmProject } from "../../build/npm-project.ts";
import { readContents } from "../../build/read-contents.ts";
import { staticSite } from "../../build/static-site.ts";
import type { Branch, Content, Project } from "../../entities.ts";
import { contentOf, findBranch, findProject, findScenes } from "../../lookups.ts";

type Settings = components["schemas"]["DownloadJob"]["data"];

/** The engine that a project without a wish gets; the documents' examples have it too. */
const engineVersion = "2.13.0";

/**
 * A build. It is of what the branch holds when the build starts, whatever changes while it runs. No build is complete at
 * once here, so none has its address at the top.
 */
export const downloadApp: JobHook<operations["downloadApp"]> = {
  start(call) {
    const { body } = call;
    const project = findProject(call, body.project_id);
    const branch = findBranch(call, project, body.branch_id);
    const scenes = findScenes(call, branch, body.scenes);
    const source: Content = { scenes, assets: contentOf(call.store, branch.id).assets };
    return { data: settingsOf(body, project, branch), source };
  },
  async finish(job, { files }) {
    const { data, source } = job as { data: Settings; source: Content };
    const { name = "", format } = data;
    const build = { name, engineVersion: data.engineVersion ?? engineVersion, ...source };
    const contents = await readContents(files, source.assets);
    const entries = format === "npm" ? npmProject(build, contents) : staticSite(build, contents);
    const file = fileNameOf(name);
    const made = await files.put(zip(entries), { name: file, type: "application/zip" });
    return { data: { ...data, download_url: files.downloadUrl(made, { name: file }) }, source: null };
  },
};

/** The settings as the job shows them: partly under other names than the request has. */
function settingsOf(body: components["schemas"]["NewAppDownload"], project: Project, branch: Branch): Settings {
  return {
    project_id: project.id,
    owner_id: project.owner_id,
    branch_id: branch.id,
    name: body.name,
    scenes: body.scenes,
    format: body.format ?? "static",
    concatenate: body.scripts_concatenate ?? false,
    minify: body.scripts_minify ?? true,
    sourcemaps: body.scripts_sourcemaps ?? false,
    optimize_scene_format: body.optimize_scene_format ?? false,
    preload_bundle: body.preload_bundle ?? false,
    // The vendor's own script sends an empty text when it has no wish.
    engineVersion: body.engine_version || engineVersion,
  };
}
