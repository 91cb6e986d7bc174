import type { Call } from "@fairlead/sandbox";
import type { SplatUpload } from "../../entities.ts";

type Place = Pick<Call, "store" | "refuse" | "files" | "clock">;

/** An upload by its id. @throws {Refusal} 404, there is none. */
export function findUpload({ store, refuse }: Place, id: string): SplatUpload {
  const upload = store.get("SplatUpload", id) as SplatUpload | undefined;
  if (upload === undefined) throw refuse(404, `Upload ${id} does not exist`);
  return upload;
}

/** Name under which storage keeps a part. */
export function partKey({ id }: SplatUpload, partNumber: number): string {
  return `${id}/${partNumber}`;
}

/** The upload as it stands now: which parts have arrived, and whether its time is over. */
export function uploadNow(place: Place, upload: SplatUpload): SplatUpload {
  if (upload.status !== "created") return upload;
  const uploadedParts = arrivedParts(place, upload);
  const over = Date.parse(upload.expiresAt) <= place.clock.now();
  return { ...upload, status: over ? "canceled" : uploadedParts.length > 0 ? "uploading" : "created", uploadedParts };
}

/** The parts that have arrived, in order. */
function arrivedParts({ files }: Pick<Place, "files">, upload: SplatUpload): SplatUpload["uploadedParts"] {
  return [...upload.offered]
    .sort((a, b) => a - b)
    .flatMap((partNumber) => {
      const file = files.received(partKey(upload, partNumber));
      return file === undefined ? [] : [{ partNumber, etag: `"${file.md5}"`, size: file.size }];
    });
}
