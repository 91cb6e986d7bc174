import type { MediaTypeObject } from "./document.ts";

/** How a body is read or written. */
export type BodyKind = "json" | "multipart" | "form" | "text" | "binary" | "lines";

/** The body that was chosen out of the declared media types. */
export interface Media {
  readonly mediaType: string;
  readonly kind: BodyKind;
}

/** The media type of each kind that a row need not state. */
export const DEFAULT_MEDIA_TYPES: Readonly<Record<BodyKind, string>> = {
  json: "application/json",
  multipart: "multipart/form-data",
  form: "application/x-www-form-urlencoded",
  text: "text/plain",
  binary: "application/octet-stream",
  lines: "application/stream+json",
};

/** The body to use of several declared ones: the first that is JSON, else the first; nothing where none is declared. */
export function chooseMedia(content: Readonly<Record<string, MediaTypeObject>> = {}): Media | undefined {
  const all = Object.keys(content).map((mediaType) => ({ mediaType, kind: kindOf(mediaType) }));
  return all.find(({ kind }) => kind === "json") ?? all[0];
}

/** The media type of a stream of JSON lines that is declared, also beside another body; the schema is that of a line. */
export function linesMedia(content: Readonly<Record<string, MediaTypeObject>> = {}): string | undefined {
  return Object.keys(content).find((mediaType) => kindOf(mediaType) === "lines");
}

function kindOf(mediaType: string): BodyKind {
  const name = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (name === DEFAULT_MEDIA_TYPES.lines || name === "application/x-ndjson") return "lines";
  if (name === "application/json" || name.endsWith("+json")) return "json";
  if (name.startsWith("multipart/")) return "multipart";
  if (name === DEFAULT_MEDIA_TYPES.form) return "form";
  return name.startsWith("text/") ? "text" : "binary";
}
