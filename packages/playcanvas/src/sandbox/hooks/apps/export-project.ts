import { type JobHook, zip } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { fileNameOf } from "../../build/file-name.ts";
import { projectArchive } from "../../build/project-archive.ts";
import { readContents } from "../../build/read-contents.ts";
import type { Branch, Content, Project } from "../../entities.ts";
import { contentOf, findBranch, findProject } from "../../lookups.ts";

type Source = Content & { readonly project: Project; readonly branch: Branch };

/** An archive of one branch as it stands when the export starts; history and other branches stay behind. */
export const exportProject: JobHook<operations["exportProject"]> = {
  start(call) {
    const project = findProject(call, call.path.id);
    const branch = findBranch(call, project, call.body?.branch_id);
    const source: Source = { project, branch, ...contentOf(call.store, branch.id) };
    return { data: { project: { id: project.id } }, source };
  },
  async finish(job, { files }) {
    const { data, source } = job as { data: object; source: Source };
    const entries = projectArchive(source, await readContents(files, source.assets));
    const file = fileNameOf(source.project.name);
    const made = await files.put(zip(entries), { name: file, type: "application/zip" });
    return { data: { ...data, url: files.downloadUrl(made, { name: file }) }, source: null };
  },
};
