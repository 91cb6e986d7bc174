import type { Answer, Call, OperationShape } from "@fairlead/sandbox";

/** In base64. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4nGNgYAAAAAMAAbitOmMAAAAASUVORK5CYII=";

/**
 * The answer where there is no thumbnail.
 * @param wanted - `none` for no picture at all.
 * @param how - Status and headers of the picture.
 * @throws {Refusal} 404, no picture is wanted.
 */
export async function placeholderAnswer(
  { files, refuse }: Pick<Call<OperationShape>, "files" | "refuse">,
  wanted: "empty" | "none" | undefined,
  how: Pick<Answer, "status" | "headers">,
): Promise<Answer> {
  if (wanted === "none") throw refuse(404, "There is no thumbnail");
  const file = await files.put(transparentPixel(), { type: "image/png" });
  return { ...how, file: { ...file, name: "" }, headers: { ...how.headers, "content-type": "image/png" } };
}

/** The bytes of a transparent PNG of one pixel. */
export function transparentPixel(): Uint8Array {
  return Uint8Array.from(atob(pixel), (sign) => sign.charCodeAt(0));
}
