const longest = 255; // what the usual file systems take

/**
 * The name of a file without its folders, as a sender may give a whole path of a machine of its own. Empty where nothing
 * is left.
 */
export function fileName(text: string): string {
  const last = text.split(/[/\\]/).at(-1) ?? "";
  // Lone surrogates can't be percent-encoded, control characters break headers.
  const name = last
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return /^\.*$/.test(name) ? "" : [...name].slice(0, longest).join("");
}
