/**
 * A form as it is sent, with its boundary in its media type. Its files stay where they are until they are read.
 * fetch of Node 24 reads all files of a `FormData` into memory before they are sent, so only of this can be told how much
 * has been sent.
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function formBlob(form: FormData): Blob {
  const boundary = `form-${crypto.randomUUID()}`;
  const parts: BlobPart[] = [];
  for (const [name, value] of form) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${quotable(withCrlf(name))}"`);
    if (typeof value === "string") parts.push(`\r\n\r\n${withCrlf(value)}\r\n`);
    else {
      const type = value.type || "application/octet-stream";
      parts.push(`; filename="${quotable(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value, "\r\n");
    }
  }
  return new Blob([...parts, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

/** A line break is two characters in a form, whatever it was. */
function withCrlf(text: string): string {
  return text.replace(/\r?\n|\r/g, "\r\n");
}

/** What would end a quoted name, or add a header. */
function quotable(name: string): string {
  return name.replace(/[\r\n"]/g, encodeURIComponent);
}
