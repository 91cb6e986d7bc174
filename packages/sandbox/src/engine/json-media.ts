/** Whether a media type is that of one JSON value. */
export function isJson(mediaType: string): boolean {
  return /[/+]json\b/.test(mediaType) && !isJsonLines(mediaType);
}

/** Whether a media type is that of a stream of JSON values, one a line. */
export function isJsonLines(mediaType: string): boolean {
  return /^application\/(stream\+json|x-ndjson)\b/i.test(mediaType);
}
