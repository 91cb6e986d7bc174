/**
 * The name that an answer gives its file, reduced to what is safe to write into a folder: no folders, no control
 * characters, nothing that Windows refuses or takes for a device, not hidden, and short enough for any file system.
 * @returns `undefined` where the answer has none, or nothing of it is left.
 * @see https://www.rfc-editor.org/rfc/rfc6266
 */
export function fileNameOf(headers: Headers): string | undefined {
  const params = new Map<string, string>();
  // A quoted text is taken as a whole, so that a semicolon in it begins no parameter.
  const pattern = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;
  for (const [, name = "", text = ""] of (headers.get("content-disposition") ?? "").matchAll(pattern)) {
    const key = name.toLowerCase();
    if (!params.has(key)) params.set(key, text.trim());
  }
  return safeName(extended(params.get("filename*"))) ?? safeName(plain(params.get("filename")));
}

/** A name with its character set before it, as RFC 8187 has it. */
function extended(text = ""): string {
  const [, charset = "", encoded = ""] = /^(utf-8|iso-8859-1)'[^']*'(.*)$/i.exec(text) ?? [];
  try {
    if (/^u/i.test(charset)) return decodeURIComponent(encoded);
    return encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  } catch {
    return "";
  }
}

/** A name as a word or in quotes. */
function plain(text = ""): string {
  // Only what must be escaped: some servers write the whole path of Windows, with its backslashes as they are.
  const name = text.startsWith('"') ? text.slice(1, -1).replace(/\\(["\\])/g, "$1") : text;
  try {
    // fetch gives each byte as a character, and many servers write UTF-8.
    const bytes = Uint8Array.from(name, (character) => {
      const code = character.charCodeAt(0);
      if (code > 255) throw new RangeError();
      return code;
    });
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return name;
  }
}

/** Bytes of a name that any file system takes, with what a writer may add to it. */
const MAX_BYTES = 200;

function safeName(text: string): string | undefined {
  const base = text.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const name = base
    // Format characters too: they can make an `exe` look like a `txt`.
    .replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "")
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, "_$1");
  return shortened(name) || undefined;
}

/** Takes from the middle what is too much, so that the ending stays. */
function shortened(name: string): string {
  const ending = /\.\w{1,16}$/.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length);
  // It cuts no character in two.
  const { read } = new TextEncoder().encodeInto(stem, new Uint8Array(MAX_BYTES - ending.length));
  return (stem.slice(0, read) + ending).replace(/[\s.]+$/, "");
}
