import { contentTypeOf } from "./content-type-of.ts";
import type { StoredDeploymentFile } from "./deployment-file.ts";

/** A file or folder as a list of files shows it. */
export interface TreeEntry {
  readonly name: string;
  readonly type: "directory" | "file" | "symlink";
  readonly mode: number;
  /** SHA-1 of a file's bytes. */
  readonly uid?: string;
  readonly contentType?: string;
  readonly children?: readonly TreeEntry[];
}

const folderMode = 0o40755;
const kindMask = 0o170000;
const linkKind = 0o120000;

/** Files by their paths as a tree: what each folder holds comes in the order of names. */
export function fileTree(files: readonly StoredDeploymentFile[]): readonly TreeEntry[] {
  return entriesAt(files.map((file) => ({ file, path: file.file.split("/") })));
}

interface Placed {
  readonly file: StoredDeploymentFile;
  /** What is left of its path. */
  readonly path: readonly string[];
}

function entriesAt(placed: readonly Placed[]): TreeEntry[] {
  const byName = new Map<string, Placed[]>();
  for (const { file, path } of placed) {
    const [name = "", ...rest] = path;
    byName.set(name, [...(byName.get(name) ?? []), { file, path: rest }]);
  }
  const sorted = [...byName].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([name, inside]) => {
    const [only] = inside;
    if (only !== undefined && only.path.length === 0) return leaf(name, only.file);
    return { name, type: "directory", mode: folderMode, children: entriesAt(inside) };
  });
}

function leaf(name: string, { mode, sha }: StoredDeploymentFile): TreeEntry {
  const type = (mode & kindMask) === linkKind ? "symlink" : "file";
  return { name, type, mode, uid: sha, contentType: contentTypeOf(name) };
}
