import { strToU8, zipSync } from "fflate";

/**
 * A ZIP archive. The same entries in the same order give the same bytes, on every machine and at any time.
 * @param entries - Texts and bytes by their path in the archive, such as `build/index.html`.
 */
export function zip(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const contents = Object.entries(entries).map(([path, content]) => [
    path,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  // Archives hold local time: midnight of this machine is the same text on all.
  return zipSync(Object.fromEntries(contents), { mtime: new Date(1980, 0, 1), level: 6 });
}
