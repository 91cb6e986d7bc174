import type { Files, StoredFile } from "@fairlead/sandbox";
import type { Asset } from "./entities.ts";

/** The `file` of an asset: hash, size, and the address of its bytes, which names the branch as clients have seen it. */
export function describeFile(
  { id, branchId }: Pick<Asset, "id" | "branchId">,
  filename: string,
  { hash, size }: { readonly hash: string; readonly size: number },
): NonNullable<Asset["file"]> {
  const url = `/api/assets/${id}/file/${encodeURIComponent(filename)}?branchId=${encodeURIComponent(branchId)}`;
  return { hash, filename, size, url };
}

/** Hash and size of kept bytes, as `file` has them. */
export function measure({ md5, size }: StoredFile): { readonly hash: string; readonly size: number } {
  return { hash: md5, size };
}

/**
 * Keeps the file of a form for the session, without reading it again.
 * @param sent - The field: a Blob by its type in the document, and a stored file in the sandbox.
 */
export async function keepSent(files: Files, sent: Blob | undefined): Promise<StoredFile | undefined> {
  const received = sent as StoredFile | undefined;
  return received && (await files.put(received.blob, { name: received.name, type: received.type }));
}
