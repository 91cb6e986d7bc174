import type { Call, OperationShape } from "@fairlead/sandbox";
import { vercelRefusal } from "../refusal.ts";
import { fromBase64 } from "./base64.ts";
import { type StoredDeploymentFile, type UploadedFile, usualMode } from "./deployment-file.ts";

/** A file as a request brings it: with its bytes, or by the SHA-1 of bytes that were uploaded before. */
export interface GivenFile {
  readonly file: string;
  readonly data?: string;
  readonly encoding?: "base64" | "utf-8";
  readonly sha?: string;
  readonly mode?: number;
}

/**
 * The files of a new deployment, those with bytes in the request kept.
 * @throws {Refusal} 400: `no_files`; a path that can't be, `bad_request`; two that can't stand beside each other,
 * `conflicting_file_path` or `conflicting_path_segment`; bytes that are no Base64; `missing_files`.
 */
export async function readFiles(
  { store, files }: Pick<Call<OperationShape>, "store" | "files">,
  accountId: string,
  given: readonly GivenFile[],
): Promise<readonly StoredDeploymentFile[]> {
  if (given.length === 0) throw vercelRefusal(400, "no_files", "The request has no files");
  checkPaths(given.map(({ file }) => file));
  const missing = new Set<string>();
  const read: StoredDeploymentFile[] = [];
  for (const item of given) {
    const { file, mode = usualMode } = item;
    if (item.data !== undefined) {
      const { sha1, sha256, size } = await files.put(bytesOf(item.data, item));
      read.push({ file, sha: sha1, content: sha256, size, mode });
      continue;
    }
    const sha = item.sha ?? "";
    const uploaded = store.get("File", sha, { accountId }) as UploadedFile | undefined;
    if (uploaded === undefined) missing.add(sha);
    else read.push({ file, sha, content: uploaded.content, size: uploaded.size, mode });
  }
  if (missing.size > 0)
    throw vercelRefusal(400, "missing_files", "Some files have to be uploaded first", { missing: [...missing] });
  return read;
}

function bytesOf(data: string, { file, encoding }: GivenFile): Uint8Array | string {
  if (encoding !== "base64") return data;
  const bytes = fromBase64(data);
  if (bytes === undefined) throw vercelRefusal(400, "bad_request", `The data of ${file} is no Base64`);
  return bytes;
}

function checkPaths(paths: readonly string[]): void {
  const known = new Set<string>();
  const folders = new Map<string, string>();
  for (const path of paths) {
    const segments = path.split("/");
    if (segments.some((segment) => segment === "" || segment === "." || segment === ".."))
      throw vercelRefusal(400, "bad_request", `${path} is no path in a deployment`);
    if (known.has(path)) throw vercelRefusal(400, "conflicting_file_path", `Two files have the path ${path}`);
    known.add(path);
    for (let depth = 1; depth < segments.length; depth += 1) folders.set(segments.slice(0, depth).join("/"), path);
  }
  for (const path of paths) {
    const inside = folders.get(path);
    if (inside !== undefined)
      throw vercelRefusal(400, "conflicting_path_segment", `${path} is a file, and a folder of ${inside}`);
  }
}
