import { RequestError } from "@fairlead/runtime";
import type { PublishVersionInput } from "./publish-input.ts";

/**
 * Looks at what will be uploaded, so that no version is made for files that the server would refuse.
 * @throws {RequestError} A file is no Blob, is empty, has no fitting type, or has no name that a header can hold.
 */
export function checkUploads({ thumbnail, reviewable }: Pick<PublishVersionInput, "thumbnail" | "reviewable">): void {
  if (thumbnail !== undefined) {
    const isPicture = isFilled(thumbnail) && /^image\/(png|jpeg)$/.test(thumbnail.type);
    if (!isPicture) refuse("thumbnail must be a Blob with the bytes of a PNG or a JPEG, and its type");
  }
  if (reviewable !== undefined) {
    const { file } = reviewable;
    const isMedia = isFilled(file) && /^(image\/|video\/|application\/mxf$)/.test(file.type);
    if (!isMedia) refuse("reviewable.file must be a Blob with bytes, of type image/…, video/… or application/mxf");
    if (!/^[\x20-\x7e\xa0-\xff]+$/.test(reviewableName(reviewable) ?? ""))
      refuse("reviewable needs a name with its extension, in letters of Latin-1; the server takes no others");
  }
}

/** The name of a reviewable's file; `undefined` where it has none. */
export function reviewableName({ file, name }: NonNullable<PublishVersionInput["reviewable"]>): string | undefined {
  return name ?? (file as Partial<File>).name;
}

function isFilled(file: unknown): file is Blob {
  return file instanceof Blob && file.size > 0;
}

function refuse(text: string): never {
  throw new RequestError(undefined, `publish: ${text}`);
}
