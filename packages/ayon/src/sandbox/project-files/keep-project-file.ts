import type { Call, OperationShape, StoredFile } from "@fairlead/sandbox";
import type { ProjectFile } from "./project-file.ts";

/** A file that was uploaded. */
export type Upload = Pick<ProjectFile, "projectName" | "filename" | "author" | "activityId"> &
  Partial<Pick<ProjectFile, "id" | "mediaInfo">>;

/** Keeps a file with its bytes. One that has the id already is replaced, whoever uploaded it. */
export async function keepProjectFile(
  { store, files }: Pick<Call<OperationShape>, "store" | "files">,
  upload: Upload,
  body: StoredFile,
): Promise<ProjectFile> {
  const { sha256, size } = await files.put(body.blob, { type: body.type });
  const members = { ...upload, mime: body.type, size, content: sha256 };
  const known = upload.id && store.get("ProjectFile", upload.id, { projectName: upload.projectName });
  const kept = known ? store.update("ProjectFile", known, members) : store.create("ProjectFile", members);
  return kept as ProjectFile;
}
