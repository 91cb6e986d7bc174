import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** What a folder of a test has: texts and bytes by path, links by `{ link }`, and modes by `{ data, mode }`. */
export interface Tree {
  readonly [path: string]: string | Uint8Array | { readonly link: string } | { data: string; mode: number };
}

/** Makes a folder with files, which is gone after the test. */
export async function makeFolder(tree: Tree): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fairlead-deploy-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeTree(root, tree);
  return root;
}

/** Writes files into a folder, those in folders of their own too. */
export async function writeTree(root: string, tree: Tree): Promise<void> {
  for (const [path, what] of Object.entries(tree)) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    if (typeof what === "string" || what instanceof Uint8Array) await writeFile(file, what);
    else if ("link" in what) await symlink(what.link, file);
    else {
      await writeFile(file, what.data);
      await chmod(file, what.mode);
    }
  }
}
