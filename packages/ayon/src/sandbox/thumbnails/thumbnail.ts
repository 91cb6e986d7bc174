import type { Answer, Call, OperationShape, StoredFile } from "@fairlead/sandbox";
import { readPicture } from "./read-picture.ts";

/** A thumbnail as it is stored. A sandbox makes no picture small: it gives what was uploaded. */
export type Thumbnail = {
  readonly id: string;
  readonly projectName: string;
  /** Media type by its bytes. */
  readonly mime: string;
  /** Name of the uploader. */
  readonly author: string;
  /** SHA-256 of its bytes. */
  readonly content: string;
  readonly createdAt: string;
};

type Asking = Pick<Call<OperationShape>, "store" | "files" | "refuse">;

/** Fewest bytes of a thumbnail, by the server's rule. */
const fewestBytes = 10;

/**
 * Keeps the bytes of a thumbnail.
 * @throws {Refusal} 415, they are of no PNG and no JPEG.
 */
export async function keepThumbnail(
  { store, files, refuse }: Asking,
  { projectName, author }: Pick<Thumbnail, "projectName" | "author">,
  { blob, size }: StoredFile,
): Promise<Thumbnail> {
  const picture = size < fewestBytes ? undefined : readPicture(new Uint8Array(await blob.arrayBuffer()));
  if (picture === undefined) throw refuse(415, "A thumbnail is a PNG or a JPEG");
  const { mime } = picture;
  const { sha256 } = await files.put(blob, { type: mime });
  return store.create("Thumbnail", { projectName, mime, author, content: sha256 }) as Thumbnail;
}

/** The picture of a thumbnail; undefined where there is none. */
export function pictureOf(
  { files }: Pick<Asking, "files">,
  thumbnail: Thumbnail | undefined,
  headers: Answer["headers"],
): Answer | undefined {
  const file = thumbnail && files.get(thumbnail.content);
  if (thumbnail === undefined || file === undefined) return undefined;
  // Kept bytes have the name of whoever sent them first; a thumbnail has none.
  const picture = { ...file, name: "" };
  return { status: 200, file: picture, headers: { ...headers, "content-type": thumbnail.mime } };
}
