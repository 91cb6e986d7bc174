import type { AddonVersion } from "../entities.ts";
import { readEntry, type ZipEntry } from "./zip-entries.ts";

/** What an installation needs to know of an addon. */
export type AddonPackage = {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** Whether machines of users need a part of it. */
  readonly hasClient: boolean;
  readonly hasSettings: boolean;
};

/** What a ZIP says about the addon in it, in `package.py` or else in `manifest.json`; undefined where it holds none. */
export async function readAddonPackage(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<AddonPackage | undefined> {
  const text = async (path: string): Promise<string | undefined> => {
    const entry = entries.find((one) => one.path === path);
    return entry && (await readEntry(bytes, entry));
  };
  const { name, version, title } =
    readPython(await text("package.py")) ?? readManifest(await text("manifest.json")) ?? {};
  if (!name || !version) return undefined;
  const has = (start: string): boolean => entries.some(({ path }) => path.startsWith(start));
  const hasClient = has("private/client.zip") || has("client/");
  return { name, version, title: title || name, hasClient, hasSettings: has("server/settings") };
}

/** The addon that an address is of: as the request says, or else as its file is called; undefined where none says it. */
export function addonOfUrl(filename: string, name?: string, version?: string): AddonPackage | undefined {
  const [, named, numbered] = /^(.+?)-(\d[^/]*?)(?:\.zip)?$/i.exec(filename) ?? [];
  const [addon, number] = name && version ? [name, version] : [named, numbered];
  if (!addon || !number) return undefined;
  return { name: addon, version: number, title: addon, hasClient: false, hasSettings: false };
}

/** The version of an addon, as the list shows it. */
export function addonVersion({ hasClient, hasSettings }: AddonPackage): AddonVersion {
  return {
    hasSettings,
    hasSiteSettings: false,
    frontendScopes: {},
    isBroken: false,
    projectCanOverrideAddonVersion: false,
    clientSourceInfo: hasClient ? [{ type: "server", filename: "client.zip", path: "private" }] : [],
    services: {},
  };
}

type Naming = { readonly name?: string; readonly version?: string; readonly title?: string };

function readPython(text: string | undefined): Naming | undefined {
  if (text === undefined) return undefined;
  const value = (name: string): string => new RegExp(`^${name}\\s*=\\s*(["'])(.*?)\\1`, "m").exec(text)?.[2] ?? "";
  return { name: value("name"), version: value("version"), title: value("title") };
}

function readManifest(text: string | undefined): Naming | undefined {
  try {
    const { addon_name, addon_version, addon_title } = Object(JSON.parse(text ?? "null")) as Record<string, unknown>;
    if (typeof addon_name !== "string" || typeof addon_version !== "string") return undefined;
    return { name: addon_name, version: addon_version, title: typeof addon_title === "string" ? addon_title : "" };
  } catch {
    return undefined; // no JSON
  }
}
