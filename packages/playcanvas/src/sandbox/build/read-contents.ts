import type { Files } from "@fairlead/sandbox";
import type { Asset } from "../entities.ts";

/** An asset with the bytes of its file. */
export interface Contents {
  readonly asset: Asset;
  /** Name of the file. */
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** The bytes of all assets that have a file. */
export async function readContents(files: Files, assets: readonly Asset[]): Promise<Contents[]> {
  const read = assets.map(async (asset) => {
    const stored = asset.content === null ? undefined : files.get(asset.content);
    if (!asset.file || stored === undefined) return [];
    return [{ asset, filename: asset.file.filename, bytes: new Uint8Array(await stored.blob.arrayBuffer()) }];
  });
  return (await Promise.all(read)).flat();
}
