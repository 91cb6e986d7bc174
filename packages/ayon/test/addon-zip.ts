import { zip } from "@fairlead/sandbox";

/** An addon as a ZIP, as the vendor's tools make it. */
export function addonZip(name: string, version: string): Blob {
  const manifest = `name = "${name}"\ntitle = "Buoys"\nversion = "${version}"\nclient_dir = "buoys"\n`;
  const bytes = zip({ "package.py": manifest, "server/__init__.py": "", "private/client.zip": zip({ "a.py": "" }) });
  return new Blob([new Uint8Array(bytes)]);
}

/**
 * A ZIP of one file that is stored as it is, with a comment behind it: `zip` always deflates. Its checksums are left 0,
 * as the sandbox does not read them.
 */
export function storedZip(path: string, text: string): Blob {
  const name = new TextEncoder().encode(path);
  const data = new TextEncoder().encode(text);
  const comment = new TextEncoder().encode("made by hand");
  const sizes = [0, data.length, data.length];
  const local = [...u32(0x04034b50), ...u16(20, 0, 0, 0, 0), ...u32(...sizes), ...u16(name.length, 0)];
  const directory = [
    ...[...u32(0x02014b50), ...u16(20, 20, 0, 0, 0, 0), ...u32(...sizes)],
    ...[...u16(name.length, 0, 0, 0, 0), ...u32(0, 0)],
  ];
  const at = local.length + name.length + data.length;
  const end = [
    ...u32(0x06054b50),
    ...u16(0, 0, 1, 1),
    ...u32(directory.length + name.length, at),
    ...u16(comment.length),
  ];
  const parts = [local, name, data, directory, name, end, comment];
  return new Blob(parts.map((part) => Uint8Array.from(part)));
}

function u16(...values: number[]): number[] {
  return values.flatMap((value) => [value & 255, value >> 8]);
}

function u32(...values: number[]): number[] {
  return values.flatMap((value) => u16(value & 65_535, value >>> 16));
}
