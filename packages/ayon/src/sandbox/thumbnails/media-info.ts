import type { components } from "../../generated/schema.ts";
import { readPicture } from "./read-picture.ts";

/** Facts about a picture or a video. */
export type MediaInfo = components["schemas"]["MediaInfo"];

/** Enough to find the head of a JPEG behind all that a camera writes before it. */
const headBytes = 1_048_576;

/**
 * What is in the file of a reviewable. A sandbox decodes nothing: it reads the heads of PNG and JPEG, and of a video only
 * the brand of its container, so that the video has no track that it knows.
 * @param mime - Media type as the uploader said.
 * @returns Undefined for bytes that are not what their type says, as far as that can be told.
 */
export async function readMediaInfo(blob: Blob, mime: string): Promise<MediaInfo | undefined> {
  const bytes = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  const picture = readPicture(bytes);
  if (picture === undefined)
    return /^image\/(png|jpeg)\b/i.test(mime) ? undefined : { probeVersion: 1, majorBrand: brandOf(bytes) };
  const { width, height, pixelFormat, codec } = picture;
  const still = { frameRate: 25, duration: 0, iframeOnly: true };
  return { probeVersion: 1, majorBrand: "", videoTrackIndex: 0, width, height, pixelFormat, codec, ...still };
}

/** Whether a browser can show it: pictures that could be read, and for all that the sandbox can tell nothing else. */
export function availabilityOf({ videoTrackIndex }: MediaInfo): "ready" | "unknown" {
  return videoTrackIndex === 0 ? "ready" : "unknown";
}

/** The brand of an MP4 or QuickTime file; empty for others. */
function brandOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(4, 12));
  return head.startsWith("ftyp") ? head.slice(4).trim() : "";
}
