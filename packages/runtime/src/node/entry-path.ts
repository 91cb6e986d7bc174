import { type Entry, getFileNameLowLevel } from "yauzl";
import { ArchiveError } from "./archive-error.ts";

/** The name of an entry as the archive has it, backslashes included. */
export function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/**
 * The folders and the file name of an entry. A backslash separates too, because some old archivers of Windows write it.
 * @throws {ArchiveError} The name is empty, absolute, begins with a drive letter, has `..` as a segment, or has a NUL or
 * another control character in it.
 */
export function segmentsOf(name: string): string[] {
  const refuse = (text: string) => new ArchiveError("unsafe-name", text, name);
  if (/\p{Cc}/u.test(name)) throw refuse("has a control character in its name");
  if (/^[\\/]/.test(name)) throw refuse("has an absolute name");
  // Anywhere in a name Windows would take a colon for a drive or for a hidden stream of a file.
  if (/^[a-z]:/i.test(name) || (process.platform === "win32" && name.includes(":"))) throw refuse("names a drive");
  const segments = name.split(/[\\/]/).filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) throw refuse("leads out of the folder");
  if (segments.length === 0) throw refuse("has no name");
  return segments;
}
