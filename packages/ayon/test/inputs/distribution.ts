import type { Inputs } from "./input-of.ts";

/** Inputs of installers, dependency packages and addons. */
export const distribution: Pick<
  Inputs,
  | "listInstallers"
  | "createInstaller"
  | "downloadInstaller"
  | "uploadInstaller"
  | "deleteInstaller"
  | "listDependencyPackages"
  | "createDependencyPackage"
  | "downloadDependencyPackage"
  | "uploadDependencyPackage"
  | "deleteDependencyPackage"
  | "listAddons"
  | "installAddon"
  | "deleteAddonVersion"
> = {
  listInstallers: { version: "1.6.0+nightly", platform: "windows", variant: "staging" },
  createInstaller: {
    url: "https://files.example.com/launcher/a%20b.exe?sig=1&x=2+3",
    force: true,
    body: { filename: "harbour-launcher-1.6.0.exe", platform: "windows", version: "1.6.0", checksum: null },
  },
  downloadInstaller: { filename: "harbour-launcher-1.6.0+1.exe" },
  uploadInstaller: {
    filename: "harbour-launcher-1.6.0.exe",
    body: new Blob([new Uint8Array([0x4d, 0x5a, 0x00, 0xff, 0x0d, 0x0a])]),
  },
  deleteInstaller: { filename: "harbour-launcher-1.6.0.exe" },
  listDependencyPackages: undefined,
  createDependencyPackage: {
    force: false,
    body: {
      filename: "harbour-deps.zip",
      platform: "linux",
      installerVersion: "1.6.0",
      pythonModules: { numpy: "2.1.0" },
    },
  },
  downloadDependencyPackage: { filename: "harbour-deps.zip", Range: "bytes=1024-", "If-Range": '"0f3a"' },
  uploadDependencyPackage: {
    filename: "harbour-deps.zip",
    body: new File(["PK"], "local name.zip", { type: "application/zip" }),
  },
  deleteDependencyPackage: { filename: "harbour-deps.zip" },
  listAddons: { details: true },
  installAddon: { url: "https://files.example.com/tools.zip", addonName: "harbour_tools", addonVersion: "1.3.0+b2" },
  deleteAddonVersion: { addon_name: "harbour_tools", addon_version: "1.3.0+b2", purge: true },
};
